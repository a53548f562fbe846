import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { aReceivable, day, ledgerOf } from '../../../src-shared/receivables/testing/ledger-builders.ts';
import { writeBatch, writeDerived } from '../../journal.ts';
import { customers } from '../../schema/customers.ts';
import { rebuildDerived } from '../../search/refresh.ts';
import { derivedDump } from '../../search/testing/derived-dump.ts';
import { openTestBook, type TestBook } from '../../testing/open-test-book.ts';
import { writeLedger } from '../../testing/write-ledger.ts';
import { daysDue } from './days-due.ts';
import { dueLines, dueTotals } from './due-lines.ts';

let test: TestBook;
beforeEach(() => {
  test = openTestBook();
});
afterEach(() => test.book.close());

const span = { from: day('2026-07-01'), to: day('2026-07-31') };
const today = day('2026-06-30');

function owes(name: string, ownerId: Id | null, ...debts: readonly (readonly [dueOn: string, yuan: number])[]): Id {
  const customerId = test.aCustomer({ name, ownerId });
  const ledger = ledgerOf({ receivables: debts.map(([dueOn, yuan]) => aReceivable('2026-01-01', dueOn, yuan)) });
  writeLedger(test.book, customerId, ledger, { userId: test.ownerId, now: test.now });
  return customerId;
}

function dueOf(owners: WantedPersons, limit = 50) {
  const order = { ...span, today, owners };
  return {
    lines: dueLines(test.book, order, limit).map(({ customerName }) => customerName),
    ...dueTotals(test.book, order),
    onDays: daysDue(test.book, span, owners).map(({ on, customers: payers, receivables, openFen, customerNames }) => ({
      on,
      payers,
      receivables,
      openFen,
      customerNames,
    })),
  };
}

function give(customerId: Id, ownerId: Id | null): void {
  writeBatch(test.book, { source: 'edit', userId: test.ownerId, now: test.now }, (db) =>
    db.update(customers, customerId, { ownerId }),
  );
}

describe('what is due, of whom', () => {
  it('counts a customer once a day however many debts are due on it, and names who owes most first', () => {
    owes('甲', null, ['2026-07-10', 10], ['2026-07-10', 20]);
    owes('乙', null, ['2026-07-10', 40], ['2026-07-20', 5], ['2026-08-01', 7]);
    expect(dueOf(undefined).onDays).toEqual([
      { on: '2026-07-10', payers: 2, receivables: 3, openFen: 7_000, customerNames: ['乙', '甲'] },
      { on: '2026-07-20', payers: 1, receivables: 1, openFen: 500, customerNames: ['乙'] },
    ]);
  });

  it('shows the days first that come first and counts also what it does not show', () => {
    owes('甲', null, ['2026-07-31', 10]);
    owes('乙', null, ['2026-07-01', 20]);
    owes('丙', null, ['2026-07-15', 30], ['2026-06-30', 1]);
    expect(dueOf(undefined, 2)).toMatchObject({ lines: ['乙', '丙'], total: 3, openFen: 6_000 });
  });

  it('keeps apart whose customers they are, nobody’s too', () => {
    const [one, other] = [test.aUser(), test.aUser()];
    owes('甲', one, ['2026-07-01', 10]);
    owes('乙', other, ['2026-07-01', 20]);
    owes('丙', null, ['2026-07-01', 30]);
    const of = (owners: WantedPersons) => [dueOf(owners).lines, dueOf(owners).onDays[0]?.openFen];
    expect(of([one])).toEqual([['甲'], 1_000]);
    expect(of([one, null]).at(1)).toBe(4_000);
    expect(of([null])).toEqual([['丙'], 3_000]);
    expect(of([])).toEqual([[], undefined]);
    expect(of(undefined).at(1)).toBe(6_000);
  });

  it('follows a customer to another owner and to nobody', () => {
    const [one, other] = [test.aUser(), test.aUser()];
    const customerId = owes('甲', one, ['2026-07-01', 10], ['2026-07-02', 10]);
    owes('乙', one, ['2026-07-03', 5]);
    give(customerId, other);
    expect([dueOf([one]).openFen, dueOf([other]).openFen]).toEqual([500, 2_000]);
    give(customerId, null);
    expect([dueOf([other]).total, dueOf([null]).onDays.length]).toEqual([0, 2]);
    const kept = derivedDump(test.book);
    writeDerived(test.book, (sqlite) => rebuildDerived(sqlite, test.now));
    expect(derivedDump(test.book)).toEqual(kept);
  });
});
