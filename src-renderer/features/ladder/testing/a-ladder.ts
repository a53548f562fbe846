import type { CalendarDate } from '../../../../src-shared/core/calendar-date.ts';
import { parseCalendarDate } from '../../../../src-shared/core/calendar-date.ts';
import { fen } from '../../../../src-shared/core/money.ts';
import type { Ladder, LadderStep, ProfitParts } from '../../../../src-shared/measures/measures-contract.ts';

export const noProfit: ProfitParts = {
  salesFen: fen(0),
  goodsCostFen: fen(0),
  salesWithoutCostFen: fen(0),
  concessionFen: fen(0),
  serviceFen: fen(0),
  writeOffFen: fen(0),
  profitFen: fen(0),
};

export function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

/** A step with what a test says of it; its sums follow from its means. */
export function aStep(tierId: string | null, given: Partial<LadderStep>): LadderStep {
  const { customers = 0, meanSalesFen = null, meanCostFen = null } = given;
  const salesFen = fen((meanSalesFen ?? 0) * customers);
  const costFen = (meanCostFen ?? 0) * customers;
  const profit = { ...noProfit, salesFen, goodsCostFen: fen(costFen), profitFen: fen(salesFen - costFen) };
  return {
    tierId,
    customers,
    meanSalesFen,
    meanCostFen,
    profit,
    salesFen,
    new: 0,
    lost: 0,
    wonBack: 0,
    advisedLevel: null,
    ...given,
  };
}

interface Given extends Partial<Omit<Ladder, 'half' | 'total'>> {
  readonly half?: { readonly percent: number; readonly customers: number; readonly sharePercent: number };
  /** Null: the reader sees counts only. */
  readonly profit?: null;
}

export function aLadder({ half, profit, steps = [], ...given }: Given): Ladder {
  const sum = (part: (parts: ProfitParts) => number) =>
    fen(steps.reduce((found, step) => found + (step.profit === null ? 0 : part(step.profit)), 0));
  const salesFen = sum((parts) => parts.salesFen);
  return {
    ladderId: 'ladder',
    from: day('2025-09-18'),
    to: day('2026-09-17'),
    steps,
    moves: [],
    activeBefore: 0,
    activeAfter: 0,
    new: 0,
    lost: 0,
    wonBack: 0,
    upgraded: 0,
    downgraded: 0,
    present: 0,
    top: null,
    half: half ? { ...half, salesFen, totalFen: salesFen } : null,
    total: {
      customers: steps.reduce((found, { customers }) => found + customers, 0),
      salesFen,
      profit:
        profit === null
          ? null
          : {
              salesFen,
              goodsCostFen: sum((parts) => parts.goodsCostFen),
              salesWithoutCostFen: sum((parts) => parts.salesWithoutCostFen),
              concessionFen: sum((parts) => parts.concessionFen),
              serviceFen: sum((parts) => parts.serviceFen),
              writeOffFen: sum((parts) => parts.writeOffFen),
              profitFen: sum((parts) => parts.profitFen),
            },
    },
    ...given,
  };
}
