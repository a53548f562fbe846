import { err, ok } from '../core/result.ts';
import type { ColumnAnswers } from './column-answers.ts';
import { type CellReading, cellProblem, isPlaceholder } from './read-cell.ts';
import { cellText, hasLostDigits, type SheetCell } from './sheet-cell.ts';

/** A number as a whole count of its smallest part. */
export interface ScaledNumber {
  readonly value: number;
  /** Rounded half up because the user said so for the column. */
  readonly wasRounded: boolean;
}

const signed = /^([+-]?)(?:¥|RMB|CNY)?\s*(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d+))?\s*(?:元)?$/i;
/** 12箱, 3 kg: sheets write the unit behind the quantity. */
const unitBehind = /(?<=\d)\s*[^\d\s.,%％]{1,4}$/u;
/** A million times what any shop sells of anything, and a safe integer. */
const mostDigits = 12;

/** A unit price in 1/10,000 yuan. More than 4 decimals are a question for the column, of a text an error. */
export function readPriceCell(cell: SheetCell | null, answers: ColumnAnswers = {}): CellReading<ScaledNumber> {
  const found = scaled(cell, 4, (text) => text);
  if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
  const { value, rounded } = found.value;
  if (value !== null) return ok({ value, wasRounded: false });
  if (cell?.t === 's') return err('text_amount_too_precise');
  return answers.roundHalfUp ? ok({ value: rounded, wasRounded: true }) : err('price_too_precise');
}

/** A quantity in 1/1,000 of its unit; a unit behind the number is left to its own column. */
export function readQuantityCell(cell: SheetCell | null): CellReading<ScaledNumber> {
  const found = scaled(cell, 3, (text) => text.replace(unitBehind, ''));
  if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
  const { value } = found.value;
  return value === null ? err('quantity_too_precise') : ok({ value, wasRounded: false });
}

function scaled(
  cell: SheetCell | null,
  decimals: number,
  bare: (text: string) => string,
): CellReading<{ readonly value: number | null; readonly rounded: number }> {
  const problem = cellProblem(cell);
  if (problem) return err(problem);
  if (cell === null || isPlaceholder(cell)) return ok(null);
  if (cell.t !== 'n' && cell.t !== 's') return err('not_a_number');
  if (cell.t === 'n' && hasLostDigits(cell)) return err('digits_lost');
  const match = signed.exec(bare(cellText(cell).normalize('NFKC').replaceAll('\u2212', '-').trim()));
  if (!match || (match[2] === undefined && match[3] === undefined)) return err('not_a_number');
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  const digits = `${(match[2] ?? '').replaceAll(',', '')}${fraction.slice(0, decimals).padEnd(decimals, '0')}`;
  if (digits.replace(/^0+/, '').length > mostDigits) return err('amount_too_large');
  const cut = fraction.slice(decimals);
  const sign = match[1] === '-' ? -1 : 1;
  const size = Number(digits);
  // `+ 0`: no -0.
  return ok({ value: cut === '' ? sign * size + 0 : null, rounded: sign * (size + (cut >= '5' ? 1 : 0)) + 0 });
}
