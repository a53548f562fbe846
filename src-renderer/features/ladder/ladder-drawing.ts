import type { TierColor } from '../../../src-shared/tiers/tier.ts';
import type { Colors } from '../../app/tokens.ts';
import { countText } from '../../text/number-text.ts';
import { type Box, placeLabels, roughWidth } from './ladder-labels.ts';
import type { LadderBar, LadderShape } from './ladder-shape.ts';

export interface DrawingSize {
  readonly width: number;
  readonly height: number;
  /** Kept free above the drawing, for words. */
  readonly headRoom?: number;
}

/** Everything a drawing says, in the reader's language. */
export interface DrawingWords {
  /** `A 级  74 家` */
  readonly name: (bar: LadderBar) => string;
  /** `户均 ¥148,600`; empty: nothing under the name. */
  readonly mean: (bar: LadderBar) => string;
  readonly scale: (height: number) => string;
  /** `前 12%（279 家）= 57% 的销售` */
  readonly bracket: string;
  /** At the right end: how many there are in all. */
  readonly total: string;
}

export const textSize = 12;
const lineHeight = 18;
/** Around the bars: the scale at the left; names above; moves, bracket and its words below. */
export const margins = { left: 56, right: 16, top: 16, bottom: 56 } as const;

/** Where in a drawing of that size things are, in pixels. */
export function placesIn(shape: LadderShape, { width, height, headRoom = 0 }: DrawingSize) {
  const area: Box = {
    x: margins.left,
    y: margins.top + headRoom,
    width: Math.max(1, width - margins.left - margins.right),
    height: Math.max(1, height - headRoom - margins.top - margins.bottom),
  };
  const { low, high } = shape.scale;
  const x = (units: number) => area.x + (area.width * units) / shape.span;
  const y = (value: number) => area.y + (area.height * (high - value)) / (high - low);
  const column = (bar: LadderBar, value: number): Box => {
    const [top, bottom] = [y(Math.max(0, value)), y(Math.min(0, value))];
    return { x: x(bar.from), y: top, width: Math.max(1, x(bar.to) - x(bar.from) - 1), height: bottom - top };
  };
  return { area, x, y, column };
}

export interface PlacedLabel {
  readonly bar: LadderBar;
  readonly box: Box;
  readonly lines: readonly string[];
}

export function labelsOf(shape: LadderShape, size: DrawingSize, words: DrawingWords): readonly PlacedLabel[] {
  const { area, column } = placesIn(shape, size);
  const lines = shape.bars.map((bar) => [words.name(bar), words.mean(bar)].filter((line) => line !== ''));
  const boxes = placeLabels(
    shape.bars.map((bar) => column(bar, Math.max(bar.height, bar.cost ?? 0))),
    lines.map((texts) => ({
      width: Math.max(...texts.map((text) => roughWidth(text, textSize))) + 4,
      height: texts.length * lineHeight,
    })),
    { ...area, y: area.y - margins.top, height: area.height + margins.top },
  );
  return shape.bars.flatMap((bar, index) => {
    const box = boxes[index];
    return box ? [{ bar, box, lines: lines[index] ?? [] }] : [];
  });
}

export interface PlacedMove {
  readonly border: LadderShape['borders'][number];
  readonly isUp: boolean;
  readonly text: string;
  readonly x: number;
}

/** ↑ and ↓ at each border, side by side; where borders lie close they move to the right, in their order. */
export function movesOf(shape: LadderShape, size: DrawingSize): readonly PlacedMove[] {
  const { x } = placesIn(shape, size);
  let free = 0;
  return shape.borders.flatMap((border) => {
    const texts = [
      { isUp: true, count: border.up, text: `↑${countText(border.up)}` },
      { isUp: false, count: border.down, text: `↓${countText(border.down)}` },
    ].filter(({ count }) => count > 0);
    const width = texts.reduce((sum, { text }) => sum + roughWidth(text, textSize) + 6, 0);
    let at = Math.max(free, x(border.at) - width / 2);
    const placed = texts.map(({ isUp, text }) => {
      const move = { border, isUp, text, x: at };
      at += roughWidth(text, textSize) + 6;
      return move;
    });
    if (placed.length > 0) free = at + 6;
    return placed;
  });
}

/** Lines at 45° through a box, as the path of an SVG; every one ends at its edge. */
export function hatch({ x, y, width, height }: Box, every = 6): string {
  const lines: string[] = [];
  for (let sum = every; sum < width + height; sum += every) {
    // Through every point whose distance from the left and from the bottom add up to `sum`.
    const [fromX, fromY] = sum <= height ? [0, sum] : [sum - height, height];
    const [toX, toY] = sum <= width ? [sum, 0] : [width, sum - width];
    lines.push(`M${round(x + fromX)} ${round(y + height - fromY)}L${round(x + toX)} ${round(y + height - toY)}`);
  }
  return lines.join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** 未分级 is ink: no tier, no tier's colour. */
export function colorOf(color: TierColor | null, colors: Colors): string {
  if (color === null) return colors.ink3;
  const byName: Readonly<Record<TierColor, string>> = {
    amber: colors.tierAmber,
    teal: colors.tierTeal,
    blue: colors.tierBlue,
    slate: colors.tierSlate,
    violet: colors.tierViolet,
    rose: colors.tierRose,
  };
  return byName[color];
}
