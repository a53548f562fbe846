import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { openReceivables, prepayments } from '../../../src-shared/receivables/balances.ts';
import { countsOn, type Ledger } from '../../../src-shared/receivables/ledger.ts';
import type { ReadDb } from '../../connection.ts';
import { readLedger } from '../../queries/money/read-ledger.ts';

/** What the derived tables must say of a customer's money as of a day, worked out from its facts by the rules. */
export function moneyByRules(db: ReadDb, customerId: string, today: CalendarDate): Record<string, unknown> {
  const ledger = readLedger(db, customerId);
  const open = openReceivables(ledger, today);
  const prepaid = [...prepayments(ledger, today).values()].reduce<number>((sum, left) => sum + left, 0);
  const payments = ledger.sources.filter(
    ({ kind, on, voidedOn }) => kind === 'payment' && countsOn(today, on, voidedOn),
  );
  const owner = db.sqlite.prepare<[string], string | null>('SELECT owner_id FROM customers WHERE id = ?').pluck();
  return {
    owed_fen: open.reduce((sum, { openFen }) => sum + openFen, 0) || null,
    prepaid_fen: prepaid || null,
    oldest_due_on: open.map(({ dueOn }) => dueOn).sort()[0] ?? null,
    last_payment_on:
      payments
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? null,
    money_changes_on:
      daysOf(ledger)
        .filter((day) => day > today)
        .sort()[0] ?? null,
    open: open
      .map(({ receivable, dueOn, openFen }) => ({
        receivable_id: receivable.id,
        customer_id: customerId,
        owner_id: owner.get(customerId) ?? null,
        due_on: dueOn,
        open_fen: openFen,
        is_disputed: receivable.isDisputed ? 1 : 0,
      }))
      .sort((a, b) => (a.receivable_id < b.receivable_id ? -1 : 1)),
  };
}

/** The same, as the derived tables hold it. */
export function moneyAsDerived({ sqlite }: ReadDb, customerId: string): Record<string, unknown> {
  const listed = sqlite
    .prepare<[string], Record<string, unknown>>(
      `SELECT owed_fen, prepaid_fen, oldest_due_on, last_payment_on, money_changes_on
       FROM customer_list WHERE customer_id = ?`,
    )
    .get(customerId);
  const open = sqlite
    .prepare<[string], object>('SELECT * FROM open_receivables WHERE customer_id = ? ORDER BY receivable_id')
    .all(customerId);
  return { ...listed, open };
}

function daysOf({ receivables, sources, allocations, refunds }: Ledger): readonly CalendarDate[] {
  return [
    ...receivables.flatMap(({ issuedOn, voidedOn, formerDueDays }) => [
      issuedOn,
      voidedOn,
      ...formerDueDays.map(({ untilOn }) => untilOn),
    ]),
    ...[...sources, ...refunds].flatMap(({ on, voidedOn }) => [on, voidedOn]),
    ...allocations.flatMap(({ effectiveOn, endedOn }) => [effectiveOn, endedOn]),
  ].filter((day) => day !== null);
}
