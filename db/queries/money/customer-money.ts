import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { RefundView } from '../../../src-shared/payments/payment.ts';
import type { PaymentPromise } from '../../../src-shared/payments/payment-promise.ts';
import {
  moneySummary,
  type OrderSum,
  type ReceivableDetail,
  receivableViews,
  type SourceDetail,
  type SourceMeans,
  sourceViews,
} from '../../../src-shared/receivables/customer-money.ts';
import type { Ledger } from '../../../src-shared/receivables/ledger.ts';
import type { CustomerMoney, MoneySummary, ReceivableView } from '../../../src-shared/receivables/receivable-views.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf } from '../../prepared.ts';
import { readLedger, readLedgers } from './read-ledger.ts';

/** Everything of one customer's money as of a day, in the bin or not; `today` says what is still to come. */
export function customerMoney(db: ReadDb, customerId: Id, asOf: CalendarDate, today: CalendarDate): CustomerMoney {
  const ledger = readLedger(db, customerId);
  const details = readDetails(db, customerId);
  const orders = readOrderSums(db, [customerId]).get(customerId) ?? [];
  const receivables = receivableViews(ledger, details.receivable, asOf);
  const sources = sourceViews(ledger, details.source, details.refund, asOf);
  const promises = readPromises(db, customerId);
  return {
    summary: moneySummary(ledger, orders, details.source, asOf),
    counts: {
      receivables: receivables.length,
      open: receivables.filter(({ openFen }) => openFen > 0).length,
      sources: sources.length,
      promises: promises.length,
    },
    receivables,
    sources,
    promises,
    upcoming: asOf === today ? upcomingOf(ledger, details, today) : { receivables: [], sources: [] },
  };
}

/** As the summary of customerMoney, of up to some hundreds in one go; each id asked for is in the answer. */
export function customerMoneySummaries(
  db: ReadDb,
  ids: readonly Id[],
  asOf: CalendarDate,
): ReadonlyMap<Id, MoneySummary> {
  const orders = readOrderSums(db, ids);
  const means = new Map(
    rowsOf<SourceMeans & { id: Id }>(db.sqlite, meansSql)
      .all(listOf(ids))
      .map((row) => [row.id, row]),
  );
  const summaryOf = (id: Id, ledger: Ledger) =>
    moneySummary(ledger, orders.get(id) ?? [], (source) => found(means, source), asOf);
  return new Map([...readLedgers(db, ids)].map(([id, ledger]) => [id, summaryOf(id, ledger)]));
}

/** As the receivables of customerMoney, of those in a ledger that was read already or a part of it. */
export function receivableViewsOf(
  { sqlite }: Pick<ReadDb, 'sqlite'>,
  customerId: Id,
  ledger: Ledger,
  asOf: CalendarDate,
): readonly ReceivableView[] {
  const details = byId(rowsOf<ReceivableDetail & { id: Id }>(sqlite, receivableDetailsSql).all(customerId));
  return receivableViews(ledger, (id) => found(details, id), asOf);
}

interface Details {
  readonly receivable: (id: Id) => ReceivableDetail;
  readonly source: (id: Id) => SourceDetail;
  readonly refund: (id: Id) => RefundDetail;
}
type RefundDetail = Pick<RefundView, 'method' | 'note' | 'voidReason'>;

/** Each as of its own first day. */
function upcomingOf(
  ledger: Ledger,
  { receivable, source, refund }: Details,
  today: CalendarDate,
): CustomerMoney['upcoming'] {
  const receivables = ledger.receivables.filter(({ issuedOn }) => issuedOn > today);
  const sources = ledger.sources.filter(({ on }) => on > today);
  return {
    receivables: receivables
      .flatMap((one) => receivableViews({ ...ledger, receivables: [one] }, receivable, one.issuedOn))
      .sort((a, b) => (a.issuedOn < b.issuedOn ? 1 : -1)),
    sources: sources
      .flatMap((one) => sourceViews({ ...ledger, sources: [one] }, source, refund, one.on))
      .sort((a, b) => (a.on < b.on ? 1 : -1)),
  };
}

const receivableDetailsSql = `
  SELECT owed.id, sold.order_no AS orderNo, owed.reference, owed.dispute_reason AS disputeReason, owed.note,
    owed.void_reason AS voidReason, CASE WHEN owed.order_id IS NULL THEN 1 ELSE (
      SELECT count(*) FROM receivables AS part
      WHERE part.order_id = owed.order_id AND part.deleted_at IS NULL AND (part.voided_on IS NULL OR part.id = owed.id)
    ) END AS installments
  FROM receivables AS owed LEFT JOIN sales_orders AS sold ON sold.id = owed.order_id
  WHERE owed.customer_id = +? AND owed.deleted_at IS NULL`;
const sourceDetailsSql = `
  SELECT source.id, source.method, source.is_deposit AS isDeposit, source.bill_no AS billNo,
    source.bill_due_on AS billDueOn, source.order_id AS orderId, sold.order_no AS orderNo, source.reference, source.note,
    source.collected_by_id AS collectedById, source.void_kind AS voidKind, source.void_reason AS voidReason
  FROM settlement_sources AS source LEFT JOIN sales_orders AS sold ON sold.id = source.order_id
  WHERE source.customer_id = +? AND source.deleted_at IS NULL`;
const refundDetailsSql = `
  SELECT id, method, note, void_reason AS voidReason FROM refunds WHERE customer_id = +? AND deleted_at IS NULL`;
const promisesSql = `
  SELECT id, customer_id AS customerId, receivable_id AS receivableId, contact_id AS contactId, taken_by_id AS takenById,
    promised_on AS promisedOn, amount_fen AS amountFen, note, outcome, outcome_on AS outcomeOn,
    outcome_note AS outcomeNote
  FROM payment_promises WHERE customer_id = +? AND deleted_at IS NULL ORDER BY promised_on DESC, id DESC`;
const meansSql = `
  SELECT source.id, source.method, source.bill_due_on AS billDueOn
  FROM json_each(?) AS wanted CROSS JOIN settlement_sources AS source ON source.customer_id = wanted.value
  WHERE source.deleted_at IS NULL`;
const orderSumsSql = `
  SELECT sold.customer_id AS customerId, sold.issued_on AS issuedOn, sold.voided_on AS voidedOn, (
    SELECT total(line.amount_fen) FROM sales_order_lines AS line
    WHERE line.order_id = sold.id AND line.deleted_at IS NULL) AS amountFen
  FROM json_each(?) AS wanted CROSS JOIN sales_orders AS sold ON sold.customer_id = wanted.value
  WHERE sold.deleted_at IS NULL`;

function readDetails({ sqlite }: ReadDb, customerId: Id): Details {
  const receivables = byId(rowsOf<ReceivableDetail & { id: Id }>(sqlite, receivableDetailsSql).all(customerId));
  const sources = byId(
    rowsOf<Omit<SourceDetail, 'isDeposit'> & { id: Id; isDeposit: 0 | 1 }>(sqlite, sourceDetailsSql)
      .all(customerId)
      .map((row) => ({ ...row, isDeposit: row.isDeposit === 1 })),
  );
  const refunds = byId(rowsOf<RefundDetail & { id: Id }>(sqlite, refundDetailsSql).all(customerId));
  return {
    receivable: (id) => found(receivables, id),
    source: (id) => found(sources, id),
    refund: (id) => found(refunds, id),
  };
}

function readPromises({ sqlite }: ReadDb, customerId: Id): readonly PaymentPromise[] {
  return rowsOf<Omit<PaymentPromise, 'amountFen'> & { amountFen: number | null }>(sqlite, promisesSql)
    .all(customerId)
    .map((row) => ({ ...row, amountFen: row.amountFen === null ? null : fen(row.amountFen) }));
}

/** What each customer ordered, void orders with the day they were voided. */
function readOrderSums({ sqlite }: ReadDb, ids: readonly Id[]): ReadonlyMap<Id, readonly OrderSum[]> {
  const rows = rowsOf<Omit<OrderSum, 'amountFen'> & { customerId: Id; amountFen: number }>(sqlite, orderSumsSql)
    .all(listOf(ids))
    .map((row) => ({ ...row, amountFen: fen(row.amountFen) }));
  return Map.groupBy(rows, ({ customerId }) => customerId);
}

function listOf(ids: readonly Id[]): string {
  return JSON.stringify([...new Set(ids)]);
}

function byId<T extends { readonly id: Id }>(rows: readonly T[]): ReadonlyMap<Id, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function found<T>(rows: ReadonlyMap<Id, T>, id: Id): T {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`${id} is not in the ledger that was read`);
  return row;
}
