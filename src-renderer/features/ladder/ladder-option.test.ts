import { describe, expect, it } from 'vitest';
import { dark, light } from '../../app/tokens.ts';
import { type DrawingWords, hatch, movesOf, placesIn } from './ladder-drawing.ts';
import { ladderOption } from './ladder-option.ts';
import { ladderShape } from './ladder-shape.ts';
import { aLadder, aStep } from './testing/a-ladder.ts';

const size = { width: 872, height: 372 };
const words: DrawingWords = {
  name: ({ tierId, customers }) => `${tierId} ${customers}`,
  mean: ({ height }) => `mean ${height}`,
  scale: (height) => `${height / 100}`,
  bracket: 'top',
  total: 'all',
};
const ladder = aLadder({
  steps: [
    aStep('A', { customers: 100, meanSalesFen: 4_000, meanCostFen: 1_000 }),
    aStep('B', { customers: 300, meanSalesFen: 1_000, meanCostFen: 2_000 }),
  ],
  half: { percent: 25, customers: 100, sharePercent: 57 },
});
const moves = [
  { fromTierId: 'B', toTierId: 'A', customers: 2 },
  { fromTierId: 'A', toTierId: 'B', customers: 1 },
];
const shape = ladderShape(ladder, moves);
const optionIn = (colors: typeof light) =>
  ladderOption(shape, {
    size,
    colors,
    words,
    colorOfTier: (tierId) => (tierId === 'A' ? 'amber' : 'teal'),
    tipOf: null,
  });

/** Everything the drawing says, with its colour. */
const texts = (colors = light) =>
  [optionIn(colors).graphic ?? []].flat().flatMap((element) => {
    const style: unknown = Object(element).style;
    const { text, fill } = Object(style);
    return typeof text === 'string' ? [[text, fill]] : [];
  });

describe('placesIn', () => {
  it('gives a step its part of the width and its height on the scale', () => {
    const { area, column } = placesIn(shape, size);
    expect(area).toEqual({ x: 56, y: 16, width: 800, height: 300 });
    const [a, b] = shape.bars;
    // 100 of 400 customers are a quarter of 800; ¥40 of a scale up to ¥40 its whole height.
    expect(a && column(a, a.height)).toEqual({ x: 56, y: 16, width: 199, height: 300 });
    expect(b && column(b, b.height)).toEqual({ x: 256, y: 241, width: 599, height: 75 });
  });

  it('lets a step that lost money hang under the line', () => {
    const below = ladderShape(aLadder({ steps: [aStep('A', { customers: 1, meanSalesFen: -500 })] }), []);
    const { column, y } = placesIn(below, size);
    const [bar] = below.bars;
    expect(bar && column(bar, bar.height).y).toBe(y(0));
  });
});

describe('ladderOption', () => {
  it('scales its axes to the numbers', () => {
    expect(optionIn(light)).toMatchObject({
      xAxis: { min: 0, max: 400 },
      yAxis: { min: 0, max: 4_000, interval: 1_000 },
      animation: false,
    });
  });

  it('says each step, each move and the bracket once, in the colours of the theme', () => {
    expect(texts()).toEqual([
      ['A 100', light.tierAmber],
      ['mean 4000', light.ink],
      ['B 300', light.tierTeal],
      ['mean 1000', light.ink],
      ['↑2', light.accent],
      ['↓1', light.amber],
      ['all', light.ink2],
      ['top', light.ink],
    ]);
    expect(texts(dark)[0]).toEqual(['A 100', dark.tierAmber]);
  });

  it('paints with tokens alone', () => {
    const known = new Set<unknown>([...Object.values(light), 'none']);
    const painted = JSON.stringify(optionIn(light).graphic).match(/"(?:fill|stroke)":"[^"]+"/g) ?? [];
    expect(painted.map((each) => each.split('"')[3]).filter((color) => !known.has(color))).toEqual([]);
  });
});

describe('the tip of a step', () => {
  const shown: unknown[] = [];
  const tipOf = (tierId: string | null) => {
    shown.push(tierId);
    return null;
  };
  const option = ladderOption(shape, { size, colors: dark, words, colorOfTier: () => 'teal', tipOf });

  it('is asked for by the step and by its name, in the colours of the theme', () => {
    const formatters = [...[option.series ?? []].flat(), ...[option.graphic ?? []].flat()].flatMap((part) => {
      const { formatter } = Object(Object(part).tooltip);
      return typeof formatter === 'function' ? [formatter] : [];
    });
    for (const formatter of formatters) formatter({ dataIndex: 1 });
    expect(shown).toEqual(['B', 'A', 'A', 'B', 'B']);
    expect(option.tooltip).toMatchObject({ backgroundColor: dark.surface, confine: true });
  });

  it('is none on paper', () => {
    expect(optionIn(light).tooltip).toBeUndefined();
  });
});

describe('movesOf', () => {
  it('keeps the arrows of borders that lie close apart, in their order', () => {
    const narrow = ladderShape(
      aLadder({ steps: ['A', 'B', 'C'].map((tierId) => aStep(tierId, { customers: tierId === 'C' ? 900 : 1 })) }),
      [
        { fromTierId: 'B', toTierId: 'A', customers: 12 },
        { fromTierId: 'C', toTierId: 'B', customers: 34 },
      ],
    );
    const [first, second] = movesOf(narrow, size);
    expect([first?.text, second?.text]).toEqual(['↑12', '↑34']);
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBeGreaterThan(20);
  });
});

describe('hatch', () => {
  it.each([
    [100, 20],
    [20, 100],
    [3, 3],
    [0.5, 200],
  ])('stays inside a box of %d × %d', (width, height) => {
    const numbers = hatch({ x: 10, y: 5, width, height }).match(/-?[\d.]+/g) ?? [];
    numbers.forEach((text, index) => {
      const [low, room] = index % 2 === 0 ? [10, width] : [5, height];
      expect(Number(text)).toBeGreaterThanOrEqual(low - 0.05);
      expect(Number(text)).toBeLessThanOrEqual(low + room + 0.05);
    });
  });
});
