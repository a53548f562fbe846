import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { PaymentMethod } from '../../../src-shared/payments/payment.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf } from '../../prepared.ts';
import type { BalancePeriod } from './balance-rows.ts';

/** A movement of money in a period: what came in, what was paid back, and each taken back. */
export interface PaymentExportRow {
  readonly on: CalendarDate;
  readonly kind: 'payment' | 'payment_void' | 'refund' | 'refund_void';
  readonly customerId: Id;
  readonly method: PaymentMethod;
  /** Below 0: money that went out, or a payment taken back. */
  readonly amountFen: number;
  readonly reference: string | null;
  readonly isDeposit: 0 | 1;
  readonly billNo: string | null;
  readonly billDueOn: CalendarDate | null;
  readonly collectedById: Id | null;
  /** Numbers of what it settles at the end of the period, a comma between; null: nothing, or it is no payment. */
  readonly settles: string | null;
  /** What it settles of that. */
  readonly settledFen: number;
  readonly note: string | null;
}

const settledBy = (column: string) => `
  (SELECT ${column} FROM allocations AS part JOIN receivables AS owed ON owed.id = part.receivable_id
   LEFT JOIN sales_orders AS sold ON sold.id = owed.order_id
   WHERE part.source_id = paid.id AND part.effective_on <= :to AND (part.ended_on IS NULL OR part.ended_on > :to))`;

/* As on a statement: voided on its own day, or before it, it never was; voided later, it is taken back on that day. */
const sql = `
  SELECT * FROM (
    SELECT paid.on_day AS "on", 'payment' AS kind, paid.customer_id AS customerId, paid.method, paid.amount_fen AS amountFen,
      paid.reference, paid.is_deposit AS isDeposit, paid.bill_no AS billNo, paid.bill_due_on AS billDueOn,
      paid.collected_by_id AS collectedById,
      ${settledBy(`group_concat(DISTINCT coalesce(sold.order_no, owed.reference, :unnamed))`)} AS settles,
      coalesce(${settledBy('sum(part.amount_fen)')}, 0) AS settledFen, paid.note, paid.id
    FROM settlement_sources AS paid
    WHERE paid.kind = 'payment' AND paid.deleted_at IS NULL AND paid.on_day BETWEEN :from AND :to
      AND (paid.voided_on IS NULL OR paid.voided_on > paid.on_day)
    UNION ALL
    SELECT voided_on, 'payment_void', customer_id, method, -amount_fen, reference, is_deposit, bill_no, bill_due_on,
      collected_by_id, NULL, 0, coalesce(void_reason, note), id
    FROM settlement_sources
    WHERE kind = 'payment' AND deleted_at IS NULL AND voided_on BETWEEN :from AND :to AND voided_on > on_day
    UNION ALL
    SELECT back.on_day, 'refund', back.customer_id, back.method, -back.amount_fen, paid.reference, 0, paid.bill_no, NULL,
      NULL, NULL, 0, back.note, back.id
    FROM refunds AS back JOIN settlement_sources AS paid ON paid.id = back.source_id
    WHERE back.deleted_at IS NULL AND back.on_day BETWEEN :from AND :to
      AND (back.voided_on IS NULL OR back.voided_on > back.on_day)
    UNION ALL
    SELECT back.voided_on, 'refund_void', back.customer_id, back.method, back.amount_fen, paid.reference, 0, paid.bill_no,
      NULL, NULL, NULL, 0, coalesce(back.void_reason, back.note), back.id
    FROM refunds AS back JOIN settlement_sources AS paid ON paid.id = back.source_id
    WHERE back.deleted_at IS NULL AND back.voided_on BETWEEN :from AND :to AND back.voided_on > back.on_day
  ) ORDER BY "on", id`;

/** 回款明细 by day, one at a time. `unnamed`: what a debt without a number is called. */
export function paymentExportRows(
  { sqlite }: Pick<ReadDb, 'sqlite'>,
  { from, to }: BalancePeriod,
  unnamed: string,
): IterableIterator<PaymentExportRow> {
  return rowsOf<PaymentExportRow>(sqlite, sql).iterate({ from, to, unnamed });
}
