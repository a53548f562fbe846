import type { Id } from '../../../src-shared/core/id.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import type { OrderLine } from '../../../src-shared/orders/order.ts';
import type { CreditTerms } from '../../../src-shared/receivables/credit-terms.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf, valuesOf } from '../../prepared.ts';

/** A line with what came back of it, less what was voided. */
export interface StoredLine extends OrderLine {
  readonly creditedFen: Fen;
}

/** Credits of returns that are not void. */
const returned = (column: string) => `coalesce((
  SELECT sum(b.${column}) FROM return_lines b JOIN settlement_sources s ON s.id = b.source_id
  WHERE b.order_line_id = l.id AND s.voided_on IS NULL AND s.deleted_at IS NULL), 0)`;
const linesSql = `
  SELECT l.id, l.position, l.product_id AS productId, l.title, l.unit, l.unit_price_e4 AS unitPriceE4,
    l.quantity_e3 AS quantityE3, l.discount_bp AS discountBp, l.amount_fen AS amountFen, l.cost_e4 AS costE4, l.note,
    ${returned('quantity_e3')} AS returnedE3, ${returned('amount_fen')} AS creditedFen
  FROM sales_order_lines l WHERE l.order_id = +? AND l.deleted_at IS NULL ORDER BY l.position, l.id`;

type Unbranded = Omit<StoredLine, 'amountFen' | 'creditedFen'> & {
  readonly amountFen: number;
  readonly creditedFen: number;
};

/** The lines of an order in their order. */
export function linesOfOrder({ sqlite }: Pick<ReadDb, 'sqlite'>, orderId: Id): readonly StoredLine[] {
  return rowsOf<Unbranded>(sqlite, linesSql)
    .all(orderId)
    .map((row) => ({ ...row, amountFen: fen(row.amountFen), creditedFen: fen(row.creditedFen) }));
}

const highestSql = `
  SELECT coalesce(max(CAST(substr(order_no, length(@prefix) + 1) AS INTEGER)), 0) FROM sales_orders
  WHERE order_no > @prefix AND order_no < @end AND length(order_no) <= length(@prefix) + 9
    AND substr(order_no, length(@prefix) + 1) NOT GLOB '*[^0-9]*'`;

/**
 * The highest number behind a prefix, 0 when there is none. Orders that an undo took away keep their numbers: it may be
 * taken back.
 */
export function highestOrderNumber({ sqlite }: Pick<ReadDb, 'sqlite'>, prefix: string): number {
  // No digit comes after the colon.
  return valuesOf<number>(sqlite, highestSql).get({ prefix, end: `${prefix}:` }) ?? 0;
}

/** The live order of that number, but for the one that is edited; null: it is free. */
export function orderOfNumber({ sqlite }: Pick<ReadDb, 'sqlite'>, orderNo: string, exceptId: Id | null): Id | null {
  const sql = 'SELECT id FROM sales_orders WHERE order_no = +? AND deleted_at IS NULL AND id IS NOT ? LIMIT 1';
  return valuesOf<Id>(sqlite, sql).get(orderNo, exceptId) ?? null;
}

/** The credit terms of the customer's latest order that is not void; null: there is none. */
export function lastCreditOf({ sqlite }: Pick<ReadDb, 'sqlite'>, customerId: Id): CreditTerms | null {
  const sql = `SELECT credit_kind AS kind, credit_days AS days FROM sales_orders
    WHERE customer_id = +? AND deleted_at IS NULL AND voided_on IS NULL ORDER BY issued_on DESC, rowid DESC LIMIT 1`;
  return rowsOf<CreditTerms>(sqlite, sql).get(customerId) ?? null;
}

export interface SourceMark {
  readonly id: Id;
  readonly isDeposit: boolean;
  /** The order it was taken for. */
  readonly orderId: Id | null;
}

/** What payments and returns of a customer were for. */
export function sourceMarks({ sqlite }: Pick<ReadDb, 'sqlite'>, customerId: Id): ReadonlyMap<Id, SourceMark> {
  const sql = `SELECT id, is_deposit AS isDeposit, order_id AS orderId FROM settlement_sources
    WHERE customer_id = +? AND kind <> 'write_off' AND deleted_at IS NULL`;
  const rows = rowsOf<Omit<SourceMark, 'isDeposit'> & { readonly isDeposit: 0 | 1 }>(sqlite, sql).all(customerId);
  return new Map(rows.map((row) => [row.id, { ...row, isDeposit: row.isDeposit === 1 }]));
}
