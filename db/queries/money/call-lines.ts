import { type CalendarDate, daysBetween } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { PaymentPromise } from '../../../src-shared/payments/payment-promise.ts';
import type { CallLine } from '../../../src-shared/receivables/receivables-contract.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf } from '../../prepared.ts';
import type { OverdueCustomer } from './overdue-customers.ts';

interface Called {
  readonly customerId: Id;
  readonly customerName: string;
  readonly tierId: Id | null;
  readonly ownerId: Id | null;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly openFen: number;
  readonly lastPaymentOn: CalendarDate | null;
  readonly oldestId: Id;
}

const calledSql = `
  SELECT l.customer_id AS customerId, c.name AS customerName, l.tier_id AS tierId, l.owner_id AS ownerId,
    l.contact_name AS contactName, l.phone, l.last_payment_on AS lastPaymentOn,
    (SELECT total(open_fen) FROM open_receivables WHERE customer_id = l.customer_id) AS openFen,
    (SELECT receivable_id FROM open_receivables WHERE customer_id = l.customer_id
      ORDER BY due_on, receivable_id LIMIT 1) AS oldestId
  FROM json_each(?) AS wanted CROSS JOIN customer_list l ON l.customer_id = wanted.value
  CROSS JOIN customers c ON c.id = l.customer_id`;

// Of several that are open the next; of those that were broken the last.
const promisesSql = `
  SELECT p.id, p.customer_id AS customerId, p.receivable_id AS receivableId, p.contact_id AS contactId,
    p.taken_by_id AS takenById, p.promised_on AS promisedOn, p.amount_fen AS amountFen, p.note, p.outcome,
    p.outcome_on AS outcomeOn, p.outcome_note AS outcomeNote
  FROM json_each(?) AS wanted CROSS JOIN payment_promises p ON p.customer_id = wanted.value
  WHERE p.deleted_at IS NULL AND p.outcome IN ('open', 'broken')
  ORDER BY p.outcome = 'broken', CASE WHEN p.outcome = 'open' THEN p.promised_on END,
    ifnull(p.outcome_on, p.promised_on) DESC, p.id DESC`;

/** What a caller needs to know of each, in the same order. */
export function callLines(db: ReadDb, worst: readonly OverdueCustomer[], today: CalendarDate): readonly CallLine[] {
  const ids = JSON.stringify(worst.map(({ customerId }) => customerId));
  const called = new Map(
    rowsOf<Called>(db.sqlite, calledSql)
      .all(ids)
      .map((row) => [row.customerId, row]),
  );
  const promises = promisesOf(db, ids);
  return worst.map(({ dueOn, ...overdue }) => {
    const customer = called.get(overdue.customerId);
    if (!customer) throw new Error(`customer ${overdue.customerId} owes and is not listed`);
    return {
      ...customer,
      ...overdue,
      openFen: fen(customer.openFen),
      overdueDays: daysBetween(dueOn, today),
      promise: promises.get(overdue.customerId) ?? null,
    };
  });
}

type PromiseRecord = Omit<PaymentPromise, 'amountFen'> & { readonly amountFen: number | null };

function promisesOf(db: ReadDb, ids: string): ReadonlyMap<Id, PaymentPromise> {
  const found = new Map<Id, PaymentPromise>();
  for (const row of rowsOf<PromiseRecord>(db.sqlite, promisesSql).all(ids)) {
    if (found.has(row.customerId)) continue;
    found.set(row.customerId, { ...row, amountFen: row.amountFen === null ? null : fen(row.amountFen) });
  }
  return found;
}
