import { describe, expect, it } from 'vitest';
import { type Colors, dark, light } from './tokens.ts';

/** Relative luminance of `#RRGGBB` (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Every text colour with every background it stands on. */
const pairs: readonly (readonly [keyof Colors, readonly (keyof Colors)[]])[] = [
  ['ink', ['page', 'surface', 'sidebar', 'head', 'hover', 'accentSoft', 'amberSoft', 'calendarPlan']],
  ['ink2', ['page', 'surface', 'sidebar', 'head', 'hover', 'accentSoft', 'amberSoft', 'calendarPlan', 'calendarOff']],
  ['ink3', ['page', 'surface', 'head', 'hover', 'calendarOff']],
  ['accent', ['surface', 'page', 'hover', 'accentSoft', 'calendarOff']],
  ['amber', ['surface', 'amberSoft', 'calendarOff']],
  ['red', ['surface', 'page', 'redSoft', 'accentSoft']],
  ['blue', ['surface', 'blueSoft']],
  ['toastText', ['toast']],
  ['toastLink', ['toast']],
  ['tierAmber', ['tierAmberTint']],
  ['tierTeal', ['tierTealTint']],
  ['tierBlue', ['tierBlueTint']],
  ['tierSlate', ['tierSlateTint']],
  ['tierViolet', ['tierVioletTint']],
  ['tierRose', ['tierRoseTint']],
];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('the %s theme', (_name, colors) => {
  it.each(pairs)('lets %s be read on %s', (text, backgrounds) => {
    const faint = backgrounds.filter((background) => contrast(colors[text], colors[background]) < 4.5);
    expect(faint).toEqual([]);
  });

  it('lets white be read on the primary fill', () => {
    expect(contrast('#FFFFFF', colors.solid)).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#FFFFFF', colors.solidHover)).toBeGreaterThanOrEqual(4.5);
  });
});
