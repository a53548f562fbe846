import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import type { AllocationView, PaymentMethod, RefundView } from '../../../src-shared/payments/payment.ts';
import type { PaymentRow } from '../../../src-shared/payments/payments-contract.ts';
import { countsOn, type SourceKind } from '../../../src-shared/receivables/ledger.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf, tuplesOf } from '../../prepared.ts';
import { docsOfPage } from '../customer-docs.ts';
import type { BookDay } from '../customer-filter.ts';
import { compileView } from '../customer-view.ts';
import { rowsOfFewCustomers } from './few-customers.ts';

export interface PaymentListQuery {
  readonly customerId: Id | null;
  readonly search: string;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly kinds: readonly SourceKind[];
  /** Of payments; null: any. */
  readonly methods: readonly PaymentMethod[] | null;
  readonly onlyOpenBills: boolean;
  readonly offset: number;
  readonly limit: number;
  /** Of customers who are this person's or nobody's; null: of all. */
  readonly reachOf: Id | null;
}

export interface PaymentList {
  readonly payments: readonly PaymentRow[];
  /** Counted up to `countLimit`, for who sees own customers only up to 1,000. */
  readonly total: number;
  readonly isCapped: boolean;
  /** Σ of payments that are not void; null: too many to add up while somebody waits. */
  readonly receivedFen: Fen | null;
}

export const countLimit = 5_000;
const sumLimit = 1_000;
/** Where most of what is gone through is not within reach. */
const countLimitWithinReach = 1_000;
/** How many customers a search may bring their payments in by, the best hits first. */
const customerLimit = 200;
/** Among how many payments, the ones entered last, a number is found by any part of it. */
const recentPayments = 5_000;

type Bound = string | number | null;
interface Condition {
  readonly sql: string;
  readonly values: readonly Bound[];
}

/** One page, the latest day first, then the one entered last. Money of customers in the bin is there: it came in. */
export function listPayments(db: ReadDb, query: PaymentListQuery, day: BookDay): PaymentList {
  const hits = hitsOf(db, query, day);
  const most = query.reachOf === null ? countLimit : countLimitWithinReach;
  const page = `${hits.sql} ORDER BY 2 DESC, 1 DESC LIMIT ? OFFSET ?`;
  const rowids = tuplesOf<readonly [number]>(db.sqlite, page)
    .all(...hits.values(query.offset + query.limit), query.limit, query.offset)
    .map(([rowid]) => rowid);
  const counted = tuplesOf<readonly [number]>(db.sqlite, `SELECT count(*) FROM (${hits.sql} LIMIT ?)`).get(
    ...hits.values(most + 1),
    most + 1,
  );
  const total = counted?.[0] ?? 0;
  return {
    payments: paymentRows(db, rowids, day.today),
    total: Math.min(total, most),
    isCapped: total > most,
    receivedFen: total > sumLimit ? null : sumOf(db, hits),
  };
}

/** One payment, return or write-off with what it settles today; null: there is none. */
export function paymentRowOf(db: ReadDb, id: Id, today: CalendarDate): PaymentRow | null {
  const sql = 'SELECT rowid FROM settlement_sources WHERE id = ? AND deleted_at IS NULL';
  const found = tuplesOf<readonly [number]>(db.sqlite, sql).get(id);
  return (found && paymentRows(db, [found[0]], today)[0]) ?? null;
}

interface Hits {
  /** Selects rowid and day; `values(atMost)`: what it binds, when no more than so many of each kind are wanted. */
  readonly sql: string;
  readonly values: (atMost: number) => readonly Bound[];
}

function sumOf(db: ReadDb, { sql, values }: Hits): Fen {
  const sums = `SELECT coalesce(sum(s.amount_fen), 0) FROM (${sql}) AS hit CROSS JOIN settlement_sources s
    ON s.rowid = hit.rowid WHERE s.kind = 'payment' AND s.voided_on IS NULL`;
  return fen(tuplesOf<readonly [number]>(db.sqlite, sums).get(...values(sumLimit))?.[0] ?? 0);
}

/**
 * By the index that finds fewest: the customer's, the search's, that of the few customers within reach; else that of the
 * bills; else by kind and method, each of which an index gives by day; else, for all payments, by day.
 */
function hitsOf(db: ReadDb, query: PaymentListQuery, day: BookDay): Hits {
  const { customerId, from, to, reachOf, onlyOpenBills } = query;
  const search = searched(db, query.search, day);
  const own = customerId === null && reachOf !== null ? rowsOfFewCustomers(db, 'settlement_sources', reachOf) : null;
  const isNarrow = customerId !== null || search !== false || own !== null;
  const isOfBills = onlyOpenBills && !isNarrow;
  const days = isNarrow ? '+s.on_day' : 's.on_day';
  const conditions: (Condition | false)[] = [
    { sql: 's.deleted_at IS NULL', values: [] },
    customerId !== null && { sql: 's.customer_id = +?', values: [customerId] },
    onlyOpenBills && { sql: 's.bill_due_on > +? AND s.voided_on IS NULL', values: [day.today] },
    from !== null && { sql: `${days} >= +?`, values: [from] },
    to !== null && { sql: `${days} <= +?`, values: [to] },
    reachOf !== null && {
      sql: `EXISTS (SELECT 1 FROM customers c ${isOfBills ? 'INDEXED BY customers_reach' : ''}
        WHERE c.id = s.customer_id AND (c.owner_id IS NULL OR c.owner_id = ?))`,
      values: [reachOf],
    },
    own !== null && { sql: `s.rowid IN (${own})`, values: [reachOf] },
    search,
  ];
  const used = conditions.filter((each) => each !== false);
  const select = (more: string, by = '') =>
    `SELECT s.rowid, ${days} AS on_day FROM settlement_sources s ${by}
      WHERE ${[...used.map(({ sql }) => sql), more].join(' AND ')}`;
  const values = used.flatMap((each) => each.values);
  const kinds = kindsOf(query);
  // A plus sign keeps the plan off an index that would read every payment there is.
  const ofKinds = anyOf(kinds).replaceAll('s.kind', '+s.kind');
  if (isNarrow) return { sql: select(ofKinds), values: () => values };
  if (isOfBills) {
    // The index holds bills alone, and nothing but payments are bills.
    const bills = select(`s.kind = 'payment' AND ${ofKinds}`, 'INDEXED BY settlement_sources_open_bills');
    return { sql: bills, values: () => values };
  }
  if (query.methods === null && query.kinds.includes('payment')) {
    const wanted = [...new Set(query.kinds)].map((kind) => `'${kind}'`).join(', ');
    return { sql: select(`+s.kind IN (${wanted})`), values: () => values };
  }
  const branches = kinds.map((kind) => `SELECT * FROM (${select(kind)} ORDER BY s.on_day DESC, s.rowid DESC LIMIT ?)`);
  return {
    sql: `SELECT rowid, on_day FROM (${branches.join(' UNION ALL ')})`,
    values: (atMost) => kinds.flatMap(() => [...values, atMost]),
  };
}

/** What is asked for, one kind and method each; words of our own, none of the user's. */
function kindsOf({ kinds, methods }: PaymentListQuery): readonly string[] {
  return [...new Set(kinds)].flatMap((kind) => {
    if (kind !== 'payment') return [`s.kind = '${kind}' AND s.method IS NULL`];
    return methods
      ? [...new Set(methods)].map((method) => `s.kind = 'payment' AND s.method = '${method}'`)
      : [`s.kind = 'payment'`];
  });
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'FALSE' : `(${conditions.map((each) => `(${each})`).join(' OR ')})`;
}

function searched(db: ReadDb, search: string, day: BookDay): Condition | false {
  const typed = search.normalize('NFKC').trim();
  if (typed === '') return false;
  const starts = [...new Set([typed, typed.toUpperCase()])];
  const view = compileView({ search: typed, filter: {}, sort: null }, day);
  const docs = docsOfPage(db, view, { offset: 0, limit: customerLimit });
  const numbers = starts.flatMap(() =>
    ['reference', 'bill_no'].map(
      (column) => `SELECT rowid FROM settlement_sources WHERE ${column} >= ? AND ${column} < ?`,
    ),
  );
  const parts = `SELECT rowid FROM settlement_sources
    WHERE rowid > (SELECT max(rowid) FROM settlement_sources) - ${recentPayments}
      AND (instr(upper(reference), ?) > 0 OR instr(upper(bill_no), ?) > 0)`;
  const customers = `SELECT paid.rowid FROM json_each(?) AS hit JOIN customer_list l ON l.doc = hit.value
    JOIN settlement_sources paid ON paid.customer_id = l.customer_id`;
  const upper = typed.toUpperCase();
  const spans = starts.flatMap((start) => [start, `${start}\u{10FFFF}`, start, `${start}\u{10FFFF}`]);
  return {
    sql: `s.rowid IN (${[...numbers, parts, customers].join(' UNION ALL ')})`,
    values: [...spans, upper, upper, JSON.stringify(docs)],
  };
}

type StoredRow = Omit<PaymentRow, 'amountFen' | 'isDeposit' | 'allocations' | 'refunds' | 'leftFen'> & {
  readonly amountFen: number;
  readonly isDeposit: 0 | 1;
};

const rowSql = `
  SELECT s.id, s.customer_id AS customerId, s.kind, s.on_day AS "on", s.amount_fen AS amountFen, s.method,
    s.is_deposit AS isDeposit, s.bill_no AS billNo, s.bill_due_on AS billDueOn, s.order_id AS orderId,
    sold.order_no AS orderNo, s.reference, s.note, s.collected_by_id AS collectedById, s.voided_on AS voidedOn,
    s.void_kind AS voidKind, s.void_reason AS voidReason, c.name AS customerName, c.owner_id AS ownerId
  FROM json_each(?) AS wanted CROSS JOIN settlement_sources s ON s.rowid = wanted.value
  JOIN customers c ON c.id = s.customer_id LEFT JOIN sales_orders sold ON sold.id = s.order_id
  ORDER BY wanted.key`;
const allocationsSql = `
  SELECT a.id, a.source_id AS sourceId, a.receivable_id AS receivableId, a.amount_fen AS amountFen,
    a.effective_on AS effectiveOn, a.ended_on AS endedOn
  FROM json_each(?) AS wanted CROSS JOIN allocations a ON a.source_id = wanted.value ORDER BY a.effective_on, a.id`;
const refundsSql = `
  SELECT r.id, r.source_id AS sourceId, r.on_day AS "on", r.amount_fen AS amountFen, r.method, r.note,
    r.voided_on AS voidedOn, r.void_reason AS voidReason
  FROM json_each(?) AS wanted CROSS JOIN refunds r ON r.source_id = wanted.value
  WHERE r.deleted_at IS NULL ORDER BY r.on_day, r.id`;

type Unbranded<T extends { readonly amountFen: Fen }> = Omit<T, 'amountFen'> & { readonly amountFen: number };

function paymentRows({ sqlite }: ReadDb, rowids: readonly number[], today: CalendarDate): readonly PaymentRow[] {
  const rows = rowsOf<StoredRow>(sqlite, rowSql).all(JSON.stringify(rowids));
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const allocations = bySource(rowsOf<Unbranded<AllocationView>>(sqlite, allocationsSql).all(ids));
  const refunds = bySource(rowsOf<Unbranded<RefundView>>(sqlite, refundsSql).all(ids));
  return rows.map((row) => {
    const active = (allocations.get(row.id) ?? []).filter((each) => countsOn(today, each.effectiveOn, each.endedOn));
    const own = refunds.get(row.id) ?? [];
    const paidBack = own.filter(({ on, voidedOn }) => countsOn(today, on, voidedOn));
    const isLeft = row.kind !== 'write_off' && countsOn(today, row.on, row.voidedOn);
    return {
      ...row,
      amountFen: fen(row.amountFen),
      isDeposit: row.isDeposit === 1,
      allocations: active,
      refunds: own,
      leftFen: fen(isLeft ? row.amountFen - totalOf(active) - totalOf(paidBack) : 0),
    };
  });
}

function bySource<T extends { readonly sourceId: Id; readonly amountFen: number }>(
  rows: readonly T[],
): ReadonlyMap<Id, (Omit<T, 'amountFen'> & { readonly amountFen: Fen })[]> {
  return Map.groupBy(
    rows.map((row) => ({ ...row, amountFen: fen(row.amountFen) })),
    ({ sourceId }) => sourceId,
  );
}

function totalOf(rows: readonly { readonly amountFen: number }[]): number {
  return rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
}
