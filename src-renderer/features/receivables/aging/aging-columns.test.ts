import { describe, expect, it } from 'vitest';
import { fen } from '../../../../src-shared/core/money.ts';
import { amountWidths, columnsThatFit } from './aging-columns.ts';

const totals = (yuan: number) => {
  const amount = fen(yuan * 100);
  const aging = { not_due: amount, d1_30: amount, d31_60: amount, d61_90: amount, over_90: amount };
  return { aging, openFen: amount, prepaidFen: amount };
};

describe('columnsThatFit', () => {
  it('shows everything of a small shop on a wide screen, and less on a narrow one', () => {
    expect([...columnsThatFit(1_300, amountWidths(totals(10_000)))]).toContain('balance');
    expect([...columnsThatFit(900, amountWidths(totals(10_000)))]).not.toContain('owner');
  });

  it('leaves out what says less before an amount of nine digits is cut', () => {
    const amounts = amountWidths(totals(456_916_224));
    expect(amounts.not_due).toBeGreaterThan(110);
    const shown = columnsThatFit(1_166, amounts);
    expect(['tier', 'grade', 'days'].every((column) => [...shown].some((each) => each === column))).toBe(true);
    expect(shown.has('balance')).toBe(false);
  });
});
