import type { Id } from '../../../src-shared/core/id.ts';
import { dayOfInstant, type Instant } from '../../../src-shared/core/instant.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { PromiseRow } from '../../../src-shared/payments/payments-contract.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf, valuesOf } from '../../prepared.ts';
import type { BookDay } from '../customer-filter.ts';

export interface PromiseListQuery {
  readonly state: 'open' | 'settled';
  readonly offset: number;
  readonly limit: number;
  /** Of customers who are this person's or nobody's; null: of all. */
  readonly ownerId: Id | null;
}

type StoredRow = Omit<PromiseRow, 'amountFen' | 'receivedFen' | 'overdueFen'> & {
  readonly amountFen: number | null;
  readonly overdueFen: number;
  readonly createdAt: Instant;
};

const rowSql = `
  SELECT p.id, p.customer_id AS customerId, p.receivable_id AS receivableId, p.contact_id AS contactId,
    p.taken_by_id AS takenById, p.promised_on AS promisedOn, p.amount_fen AS amountFen, p.note, p.outcome,
    p.outcome_on AS outcomeOn, p.outcome_note AS outcomeNote, p.created_at AS createdAt,
    c.name AS customerName, c.owner_id AS ownerId, l.phone,
    (SELECT coalesce(sum(open_fen), 0) FROM open_receivables o
      WHERE o.customer_id = p.customer_id AND o.due_on < @today) AS overdueFen
  FROM json_each(@ids) AS wanted CROSS JOIN payment_promises p ON p.id = wanted.value
  JOIN customers c ON c.id = p.customer_id LEFT JOIN customer_list l ON l.customer_id = c.id
  ORDER BY wanted.key`;
const receivedSql = `
  SELECT coalesce(sum(amount_fen), 0) FROM settlement_sources
  WHERE customer_id = @customerId AND on_day BETWEEN @from AND @to AND kind = 'payment' AND deleted_at IS NULL
    AND (voided_on IS NULL OR voided_on > @today)`;

const isMeant = `p.deleted_at IS NULL AND c.deleted_at IS NULL
  AND (@ownerId IS NULL OR c.owner_id IS NULL OR c.owner_id = @ownerId)`;
const from = {
  open: `FROM payment_promises p JOIN customers c ON c.id = p.customer_id WHERE p.outcome = 'open' AND ${isMeant}`,
  settled: `FROM payment_promises p JOIN customers c ON c.id = p.customer_id WHERE p.outcome <> 'open' AND ${isMeant}`,
};
const order = {
  open: 'p.promised_on, p.id',
  settled: 'p.outcome_on DESC, p.id DESC',
};

/**
 * Promises to pay of customers who are not in the bin: the open ones by day, those with an outcome by when it was said, the
 * latest first. What came in counts from the day the promise was made, in the book's zone, to the promised day.
 */
export function listPromises(
  { sqlite }: Pick<ReadDb, 'sqlite'>,
  { state, offset, limit, ownerId }: PromiseListQuery,
  { today, timeZone }: BookDay,
): { readonly promises: readonly PromiseRow[]; readonly total: number } {
  const total = valuesOf<number>(sqlite, `SELECT count(*) ${from[state]}`).get({ ownerId }) ?? 0;
  const ids = valuesOf<Id>(
    sqlite,
    `SELECT p.id ${from[state]} ORDER BY ${order[state]} LIMIT @limit OFFSET @offset`,
  ).all({ ownerId, limit, offset });
  const received = valuesOf<number>(sqlite, receivedSql);
  const promises = rowsOf<StoredRow>(sqlite, rowSql)
    .all({ ids: JSON.stringify(ids), today })
    .map(({ createdAt, ...row }): PromiseRow => {
      const madeOn = dayOfInstant(createdAt, timeZone);
      return {
        ...row,
        amountFen: row.amountFen === null ? null : fen(row.amountFen),
        overdueFen: fen(row.overdueFen),
        receivedFen: fen(received.get({ customerId: row.customerId, from: madeOn, to: row.promisedOn, today }) ?? 0),
      };
    });
  return { promises, total };
}
