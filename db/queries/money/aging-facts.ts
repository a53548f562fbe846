import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import type { ReadDb } from '../../connection.ts';
import { tuplesOf, valuesOf } from '../../prepared.ts';

/** Which facts: as of a day, of everybody or of one customer. */
export interface FactsAsOf {
  readonly asOf: CalendarDate;
  /** The book's; null: the facts are read, whatever is kept beside them. */
  readonly today: CalendarDate | null;
  readonly customerId: Id | null;
}

export type OpenTuple = readonly [customerId: Id, dueOn: CalendarDate, openFen: number, isDisputed: 0 | 1];
export type SumTuple = readonly [customerId: Id, sum: number];

/*
 * What is settled, most of what was ever owed, stays inside SQLite: only what is open comes out, and sums by customer.
 * Rows that an undo took to the bin are no facts. `+` before what the few rows of one customer are found by: see prepared
 * statements beside partial indexes.
 */
const counts = (day: string, ended: string) => `${day} <= :asOf AND (${ended} IS NULL OR ${ended} > :asOf)`;
const whose = (customerId: Id | null, column = 'customer_id') =>
  customerId === null ? '' : `AND ${column} = +:customerId`;

const openSql = (of: Id | null) => `
  SELECT customer_id, ifnull(
      (SELECT former.was_due_on FROM due_day_changes AS former
       WHERE former.receivable_id = owed.id AND former.until_on > :asOf ORDER BY former.until_on, former.id LIMIT 1),
      due_on), open_fen, is_disputed
  FROM (
    SELECT receivable.id, receivable.customer_id, receivable.due_on, receivable.dispute_reason IS NOT NULL AS is_disputed,
      receivable.amount_fen - ifnull(
        (SELECT sum(part.amount_fen) FROM allocations AS part
         WHERE part.receivable_id = receivable.id AND ${counts('part.effective_on', 'part.ended_on')}), 0) AS open_fen
    FROM receivables AS receivable
    WHERE ${counts('receivable.issued_on', 'receivable.voided_on')} AND receivable.deleted_at IS NULL
      ${whose(of, 'receivable.customer_id')}) AS owed
  WHERE open_fen > 0`;

const keptOpenSql = 'SELECT customer_id, due_on, open_fen, is_disputed FROM open_receivables';
const keptPrepaidSql = 'SELECT customer_id, prepaid_fen FROM customer_list WHERE prepaid_fen IS NOT NULL';
const changedSql = 'SELECT EXISTS (SELECT 1 FROM customer_list WHERE money_changes_on <= ?)';

/**
 * Whether what is kept beside the list says what everybody owes that day: it is kept as of today, and until then nothing
 * has begun or ended by itself that it does not hold yet. The desk opens with today; a million facts are then not read.
 */
function isKept({ sqlite }: ReadDb, { asOf, today, customerId }: FactsAsOf): boolean {
  return customerId === null && asOf === today && valuesOf<0 | 1>(sqlite, changedSql).get(today) === 0;
}

/** What is open as of a day, in no order, with the due day in force then (domain §1). */
export function openTuples(db: ReadDb, facts: FactsAsOf): IterableIterator<OpenTuple> {
  const { sqlite } = db;
  const { asOf, customerId } = facts;
  if (isKept(db, facts)) return tuplesOf<OpenTuple>(sqlite, keptOpenSql).iterate();
  return tuplesOf<OpenTuple>(sqlite, openSql(customerId)).iterate({ asOf, customerId });
}

const sourceSumsSql = (of: Id | null) => `
  SELECT customer_id, sum(amount_fen) FROM settlement_sources
  WHERE ${counts('on_day', 'voided_on')} AND deleted_at IS NULL ${whose(of)} GROUP BY customer_id`;
const allocationSumsSql = (of: Id | null) => `
  SELECT customer_id, sum(amount_fen) FROM allocations
  WHERE ${counts('effective_on', 'ended_on')} ${whose(of)} GROUP BY customer_id`;
const refundSumsSql = (of: Id | null) => `
  SELECT customer_id, sum(amount_fen) FROM refunds
  WHERE ${counts('on_day', 'voided_on')} AND deleted_at IS NULL ${whose(of)} GROUP BY customer_id`;
const billSumsSql = (of: Id | null) => `
  SELECT customer_id, sum(amount_fen) FROM settlement_sources
  WHERE bill_due_on > :asOf AND ${counts('on_day', 'voided_on')} AND deleted_at IS NULL ${whose(of)} GROUP BY customer_id`;

/**
 * What came in, what of it settles and what was paid back, by customer: prepayment is the first less the others. A
 * write-off is allocated whole (brokenLaws), so it adds and takes away the same.
 */
export function prepaidParts(db: ReadDb, facts: FactsAsOf): readonly [sign: 1 | -1, SumTuple[]][] {
  const { sqlite } = db;
  const { asOf, customerId } = facts;
  if (isKept(db, facts)) return [[1, tuplesOf<SumTuple>(sqlite, keptPrepaidSql).all()]];
  const sums = (sql: string) => tuplesOf<SumTuple>(sqlite, sql).all({ asOf, customerId });
  return [
    [1, sums(sourceSumsSql(customerId))],
    [-1, sums(allocationSumsSql(customerId))],
    [-1, sums(refundSumsSql(customerId))],
  ];
}

/** 未到期票据: bills received whose day is still to come. */
export function billSums({ sqlite }: ReadDb, { asOf, customerId }: Omit<FactsAsOf, 'today'>): readonly SumTuple[] {
  return tuplesOf<SumTuple>(sqlite, billSumsSql(customerId)).all({ asOf, customerId });
}

const lateRows = (table: string, day: string, of: Id | null) => `
  SELECT customer_id AS whose FROM ${table}
  WHERE ${day} <= :asOf AND created_at >= :since AND deleted_at IS NULL ${whose(of)}`;
// An allocation that came with its money, or with what it settles, is told with that.
const lateSql = (of: Id | null) => `
  SELECT whose, count(*) FROM (
    ${lateRows('receivables', 'issued_on', of)} UNION ALL
    ${lateRows('settlement_sources', 'on_day', of)} UNION ALL
    ${lateRows('refunds', 'on_day', of)} UNION ALL
    SELECT part.customer_id AS whose FROM allocations AS part
      JOIN settlement_sources AS source ON source.id = part.source_id
      JOIN receivables AS settled ON settled.id = part.receivable_id
    WHERE part.effective_on <= :asOf AND part.created_at >= :since
      AND source.created_at < :since AND settled.created_at < :since ${whose(of, 'part.customer_id')}
  ) GROUP BY whose`;

/** How many facts with a day up to `asOf` were typed at `since` or later, by customer. */
export function lateCounts(
  { sqlite }: ReadDb,
  { asOf, customerId }: Omit<FactsAsOf, 'today'>,
  since: Instant,
): readonly SumTuple[] {
  return tuplesOf<SumTuple>(sqlite, lateSql(customerId)).all({ asOf, customerId, since });
}
