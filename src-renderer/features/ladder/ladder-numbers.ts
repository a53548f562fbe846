import type { Language } from '../../../src-shared/workspace/workspace-contract.ts';
import { countText } from '../../text/number-text.ts';

/** An amount on a scale, counted as people of that language count: in ten thousands, or in thousands. */
export function scaleText(amountFen: number, language: Language): string {
  return new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 2 }).format(amountFen / 100);
}

/** A mean in whole yuan: `¥16,650`, below zero `-¥260`; cents of a mean are noise. */
export function meanText(amountFen: number): string {
  const yuan = Math.round(Math.abs(amountFen) / 100);
  return `${amountFen < 0 && yuan > 0 ? '-' : ''}¥${countText(yuan)}`;
}

/** A part of a whole: `57%`, `3.2%`; null, and so a dash, where there is no whole. Below zero where the part is a loss. */
export function shareText(part: number, whole: number): string | null {
  if (whole <= 0) return null;
  const percent = (100 * part) / whole;
  const rounded = Number(percent.toFixed(1));
  return `${Object.is(rounded, -0) ? 0 : rounded}%`;
}
