import { describe, expect, it } from 'vitest';
import { fen } from '../core/money.ts';
import type { Movement } from './customer-activity.ts';
import { type LadderCustomer, ladderFigures, profitOf } from './ladder.ts';

function aCustomer(
  customerId: string,
  [tierBefore, tierAfter]: readonly [string | null, string | null],
  yuan: number,
  more: { readonly movement?: Movement; readonly cost?: number; readonly withoutCost?: number } = {},
): LadderCustomer {
  const { movement = null, cost = 0, withoutCost = 0 } = more;
  return {
    customerId,
    tierBefore,
    tierAfter,
    movement,
    isActiveBefore: movement === null || movement === 'lost',
    isActiveAfter: movement !== 'lost',
    lastOrderOn: null,
    profit: profitOf({
      salesFen: fen(yuan * 100),
      goodsCostFen: fen(cost * 100),
      salesWithoutCostFen: fen(withoutCost * 100),
      concessionFen: fen(0),
      serviceFen: fen(0),
      writeOffFen: fen(0),
    }),
  };
}

const figures = ladderFigures(
  [
    aCustomer('1', ['B', 'A'], 600, { cost: 300 }),
    aCustomer('2', ['A', 'A'], 200, { cost: 100 }),
    aCustomer('3', ['A', 'B'], 100, { cost: 95 }),
    aCustomer('4', [null, 'B'], 50, { movement: 'new', withoutCost: 50 }),
    aCustomer('5', ['A', 'B'], 0, { movement: 'lost' }),
    aCustomer('6', [null, null], 50, { movement: 'won_back', withoutCost: 50 }),
  ],
  ['A', 'B'],
);

describe('ladderFigures', () => {
  it('is as wide as there are customers and as high as their mean sales, 未分级 last', () => {
    expect(
      figures.steps.map(({ tierId, customers, meanSalesFen, meanCostFen }) => [
        tierId,
        customers,
        meanSalesFen,
        meanCostFen,
      ]),
    ).toEqual([
      ['A', 2, 40_000, 20_000],
      ['B', 3, 5_000, 9_500 / 3],
      [null, 1, 5_000, 0],
    ]);
  });

  it('counts new and won back where they stand on the last day, lost where they stood before the first', () => {
    expect(figures.steps.map((step) => [step.new, step.lost, step.wonBack])).toEqual([
      [0, 1, 0],
      [1, 0, 0],
      [0, 0, 1],
    ]);
    expect([figures.new, figures.lost, figures.wonBack]).toEqual([1, 1, 1]);
  });

  it('has as many moves out of a step as into others', () => {
    expect(figures.moves).toEqual([
      { fromTierId: 'B', toTierId: 'A', customers: 1 },
      { fromTierId: 'A', toTierId: 'B', customers: 2 },
    ]);
    expect([figures.upgraded, figures.downgraded, figures.present]).toEqual([1, 2, 4]);
  });

  it('says how few make most: 1 of 5 with sales makes 60 %', () => {
    expect(figures.top).toMatchObject({ customers: 1, sharePercent: 60 });
    expect(figures.half).toMatchObject({ customers: 1, sharePercent: 60 });
  });

  it('advises by what is known of the margin only', () => {
    // A: 50 % of few. B: known are 100, of which 5 % is left. 未分级: no cost known.
    expect(figures.steps.map(({ advisedLevel }) => advisedLevel)).toEqual(['partnership', 'accountable', null]);
  });

  it('keeps the step of an archived tier while somebody stands on it', () => {
    const { steps } = ladderFigures([aCustomer('1', ['X', 'X'], 10)], ['A']);
    expect(steps.map(({ tierId, customers }) => [tierId, customers])).toEqual([
      ['A', 0],
      ['X', 1],
      [null, 0],
    ]);
    expect(steps[0]?.meanSalesFen).toBeNull();
  });

  it('has no shares without sales', () => {
    expect(ladderFigures([], ['A'])).toMatchObject({ top: null, half: null });
  });
});

describe('profitOf', () => {
  it('takes goods, concessions, service and write-offs off the sales', () => {
    const parts = {
      salesFen: 1_000,
      goodsCostFen: 600,
      salesWithoutCostFen: 0,
      concessionFen: 50,
      serviceFen: 30,
      writeOffFen: 20,
    };
    const inFen = Object.fromEntries(Object.entries(parts).map(([key, value]) => [key, fen(value)])) as Parameters<
      typeof profitOf
    >[0]; // Safe: the same keys.
    expect(profitOf(inFen).profitFen).toBe(300);
  });
});
