import { describe, expect, it } from 'vitest';
import { ladderShape, niceScale } from './ladder-shape.ts';
import { aLadder, aStep } from './testing/a-ladder.ts';

/** The picture of the page: 74, 262, 1,024 and 964 customers. */
const pictured = aLadder({
  steps: [
    aStep('A', { customers: 74, meanSalesFen: 14_860_000, meanCostFen: 11_890_000 }),
    aStep('B', { customers: 262, meanSalesFen: 5_030_000, meanCostFen: 4_170_000 }),
    aStep('C', { customers: 1_024, meanSalesFen: 1_290_000, meanCostFen: 1_135_000 }),
    aStep('D', { customers: 964, meanSalesFen: 136_000, meanCostFen: 162_000 }),
    aStep(null, { customers: 0 }),
  ],
  half: { percent: 12, customers: 279, sharePercent: 57 },
});

describe('ladderShape', () => {
  it('makes a step as wide as its customers and as high as they buy on average, so that the area is the total', () => {
    const { bars, span, scale } = ladderShape(pictured, []);
    expect(bars.map(({ tierId, from, to }) => [tierId, from, to])).toEqual([
      ['A', 0, 74],
      ['B', 74, 336],
      ['C', 336, 1_360],
      ['D', 1_360, 2_324],
    ]);
    expect(bars.map(({ height }) => height)).toEqual([14_860_000, 5_030_000, 1_290_000, 136_000]);
    expect(bars.map(({ cost }) => cost)).toEqual([11_890_000, 4_170_000, 1_135_000, 162_000]);
    expect(span).toBe(2_324);
    expect(scale).toEqual({ low: 0, high: 15_000_000, step: 5_000_000 });
  });

  it('counts what went over each border, a move of two steps over both', () => {
    const moves = [
      { fromTierId: 'B', toTierId: 'A', customers: 2 },
      { fromTierId: 'C', toTierId: 'A', customers: 1 },
      { fromTierId: 'C', toTierId: 'D', customers: 5 },
      { fromTierId: null, toTierId: 'C', customers: 9 },
    ];
    const { borders } = ladderShape(pictured, moves);
    expect(borders.map(({ at, up, down }) => [at, up, down])).toEqual([
      [74, 3, 0],
      [336, 1, 0],
      [1_360, 0, 5],
    ]);
    expect(borders[0]?.moves).toEqual([
      { fromTierId: 'B', toTierId: 'A', isUp: true },
      { fromTierId: 'C', toTierId: 'A', isUp: true },
    ]);
  });

  it('counts a move past a step that nobody stands on', () => {
    const ladder = aLadder({
      steps: [aStep('A', { customers: 1 }), aStep('B', { customers: 0 }), aStep('C', { customers: 3 })],
    });
    const { borders } = ladderShape(ladder, [
      { fromTierId: 'C', toTierId: 'A', customers: 1 },
      { fromTierId: 'B', toTierId: 'A', customers: 1 },
    ]);
    // Who left B for A crossed no line that is drawn: B has none.
    expect(borders).toMatchObject([{ at: 1, up: 1, down: 0 }]);
  });

  it('lets the bracket reach over the customers that make half', () => {
    expect(ladderShape(pictured, []).bracket).toEqual({ to: 279, percent: 12, customers: 279, sharePercent: 57 });
  });

  it('widens a step of very few so that it can be seen', () => {
    const ladder = aLadder({ steps: [aStep('A', { customers: 1 }), aStep('B', { customers: 14_999 })] });
    const { bars, span } = ladderShape(ladder, []);
    expect(bars[0]).toMatchObject({ from: 0, to: 100 });
    expect(span).toBe(15_099);
  });

  it('shows a reader without money how many there are, and nothing else', () => {
    const ladder = aLadder({ steps: [aStep('A', { customers: 3 }), aStep('B', { customers: 7 })], profit: null });
    const shape = ladderShape(ladder, []);
    expect(shape.measure).toBe('customers');
    expect(shape.bars.map(({ from, to, height, cost }) => [from, to, height, cost])).toEqual([
      [0, 1, 3, null],
      [1, 2, 7, null],
    ]);
    expect(shape.bracket).toBeNull();
  });

  it('draws an empty book without falling over', () => {
    const shape = ladderShape(aLadder({ steps: [aStep('A', {})] }), []);
    expect(shape).toMatchObject({ bars: [], borders: [], span: 1, bracket: null });
    expect(shape.scale.high).toBeGreaterThan(0);
  });
});

describe('niceScale', () => {
  it.each([
    [0, 14_860_000, { low: 0, high: 15_000_000, step: 5_000_000 }],
    [0, 100, { low: 0, high: 100, step: 25 }],
    [0, 3, { low: 0, high: 3, step: 1 }],
    [0, 0, { low: 0, high: 10_000, step: 10_000 }],
    [-100, 400, { low: -200, high: 400, step: 200 }],
  ])('%d to %d', (low, high, expected) => {
    expect(niceScale(low, high)).toEqual(expected);
  });
});
