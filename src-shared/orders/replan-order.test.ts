import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../core/calendar-date.ts';
import { newId } from '../core/id.ts';
import { fen } from '../core/money.ts';
import { balanceOn } from '../receivables/balances.ts';
import { withChange } from '../receivables/ledger-changes.ts';
import { brokenLaws } from '../receivables/ledger-laws.ts';
import { anAllocation, aPayment, aReceivable, day, ledgerOf } from '../receivables/testing/ledger-builders.ts';
import { areEnough, receivablesOfOrder, releasesOfReplan, replanOrder } from './replan-order.ts';

const start = day('2026-03-01');
const planOf = (amounts: readonly number[], more: { issuedOn?: string; dueFrom?: string } = {}) => ({
  customerId: 'c',
  orderId: 'o',
  issuedOn: day(more.issuedOn ?? '2026-03-01'),
  dueFrom: day(more.dueFrom ?? '2026-03-20'),
  instalments: amounts.map((yuan, index) => ({
    installmentNo: index + 1,
    dueOn: addDays(start, 30 * (index + 1)),
    amountFen: fen(yuan * 100),
  })),
});

describe('replanOrder', () => {
  const first = aReceivable('2026-03-01', '2026-03-31', 600, { orderId: 'o' });
  const second = aReceivable('2026-03-01', '2026-04-30', 400, { orderId: 'o', installmentNo: 2 });
  const payment = aPayment('2026-03-10', 700);
  const ledger = ledgerOf({
    receivables: [second, first],
    sources: [payment],
    allocations: [anAllocation(payment, first, 600), anAllocation(payment, second, 100)],
  });

  it('keeps receivables by instalment and adds those that are new', () => {
    const after = withChange(ledger, replanOrder(ledger, planOf([600, 300, 100]), [], newId));
    const owed = receivablesOfOrder(after, 'o');
    expect(owed.map(({ amountFen, dueOn }) => [amountFen / 100, dueOn])).toEqual([
      [600, '2026-03-31'],
      [300, '2026-04-30'],
      [100, '2026-05-30'],
    ]);
    expect(owed.slice(0, 2).map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it('keeps the due day that was in force until it was changed', () => {
    const later = planOf([600, 400]);
    const plan = {
      ...later,
      instalments: later.instalments.map((part) => ({ ...part, dueOn: addDays(part.dueOn, 10) })),
    };
    const [changed] = receivablesOfOrder(withChange(ledger, replanOrder(ledger, plan, [], newId)), 'o');
    expect(changed).toMatchObject({
      dueOn: '2026-04-10',
      formerDueDays: [{ dueOn: '2026-03-31', untilOn: '2026-03-20' }],
    });
  });

  it('names what fewer and smaller instalments free, and makes it prepayment from the day it came', () => {
    const plan = planOf([500]);
    const releases = releasesOfReplan(ledger, plan);
    expect(releases.map(({ releasedFen }) => releasedFen / 100)).toEqual([100, 100]);
    expect(areEnough(ledger, plan, releases)).toBe(true);
    expect(areEnough(ledger, plan, releases.slice(1))).toBe(false);
    const after = withChange(ledger, replanOrder(ledger, plan, releases, newId));
    expect(brokenLaws(after)).toEqual([]);
    for (const asOf of ['2026-03-10', '2026-03-20', '2026-12-31']) {
      expect(balanceOn(after, day(asOf))).toMatchObject({ openFen: 0, prepaidFen: 20_000 });
    }
    expect(balanceOn(after, day('2026-03-09'))).toMatchObject({ openFen: 50_000, prepaidFen: 0 });
  });

  it('never breaks a law and never owes another sum, from any plan to any other with any money on it', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 });
    const paid = fc.array(fc.record({ on: fc.integer({ min: 0, max: 60 }), yuan: fc.integer({ min: 1, max: 900 }) }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(amounts, amounts, paid, (before, wanted, payments) => {
        const present = withChange(ledgerOf({}), replanOrder(ledgerOf({}), planOf(before), [], newId));
        const sources = payments.map(({ on, yuan }) => aPayment(addDays(start, on), yuan));
        const open = new Map(present.receivables.map((each) => [each, each.amountFen / 100]));
        const allocations = sources.flatMap((source) => {
          let rest = source.amountFen / 100;
          return [...open].flatMap(([receivable, yuan]) => {
            const part = Math.min(rest, yuan);
            if (part === 0) return [];
            rest -= part;
            open.set(receivable, yuan - part);
            return [anAllocation(source, receivable, part)];
          });
        });
        const full = { ...present, sources, allocations };
        const plan = planOf(wanted, { dueFrom: '2026-06-01' });
        const after = withChange(full, replanOrder(full, plan, releasesOfReplan(full, plan), newId));
        expect(brokenLaws(after)).toEqual([]);
        const { openFen, prepaidFen } = balanceOn(after, day('2027-01-01'));
        const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0) * 100;
        expect(openFen - prepaidFen).toBe(sum(wanted) - sum(payments.map(({ yuan }) => yuan)));
      }),
    );
  });
});
