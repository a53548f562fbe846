import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { OrderInstalment } from '../../../src-shared/orders/order.ts';
import type { Settlement } from '../../../src-shared/receivables/balances.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf } from '../../prepared.ts';

interface Row {
  readonly orderId: Id;
  readonly receivableId: Id;
  readonly installmentNo: number;
  readonly dueOn: CalendarDate;
  readonly amountFen: number;
  readonly settledFen: number;
  readonly isGivenUp: 0 | 1;
  readonly isVoid: 0 | 1;
  readonly asOf: CalendarDate;
}

const active = 'a.effective_on <= r.as_of AND (a.ended_on IS NULL OR a.ended_on > r.as_of)';
/** An instalment that an edit took away was voided from its first day: it never was, and only a void order still shows it. */
const sql = `
  WITH r AS MATERIALIZED (
    SELECT r.*, max(@today, r.issued_on) AS as_of FROM json_each(@orders) AS wanted
    CROSS JOIN receivables r ON r.order_id = wanted.value JOIN sales_orders o ON o.id = r.order_id
    WHERE r.deleted_at IS NULL AND (r.voided_on IS NULL OR r.voided_on > r.issued_on OR r.voided_on = o.voided_on))
  SELECT r.order_id AS orderId, r.id AS receivableId, r.installment_no AS installmentNo, r.amount_fen AS amountFen,
    r.as_of AS asOf, coalesce(r.voided_on <= r.as_of, 0) AS isVoid,
    coalesce((SELECT d.was_due_on FROM due_day_changes d WHERE d.receivable_id = r.id AND d.until_on > r.as_of
      ORDER BY d.until_on LIMIT 1), r.due_on) AS dueOn,
    coalesce((SELECT sum(a.amount_fen) FROM allocations a WHERE a.receivable_id = r.id AND ${active}), 0) AS settledFen,
    EXISTS (SELECT 1 FROM allocations a JOIN settlement_sources s ON s.id = a.source_id
      WHERE a.receivable_id = r.id AND s.kind = 'write_off' AND ${active}) AS isGivenUp
  FROM r ORDER BY r.installment_no, r.id`;

/** Instalments by order as of today; of an order that is dated later, as of its day. */
export function instalmentsOfOrders(
  { sqlite }: Pick<ReadDb, 'sqlite'>,
  orderIds: readonly Id[],
  today: CalendarDate,
): ReadonlyMap<Id, readonly OrderInstalment[]> {
  const rows = rowsOf<Row>(sqlite, sql).all({ orders: JSON.stringify(orderIds), today });
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  return new Map([...byOrder].map(([orderId, own]) => [orderId, own.map(toInstalment)]));
}

function toInstalment(row: Row): OrderInstalment {
  const { receivableId, installmentNo, dueOn, asOf } = row;
  const openFen = row.isVoid === 1 ? 0 : row.amountFen - row.settledFen;
  return {
    receivableId,
    installmentNo,
    dueOn,
    amountFen: fen(row.amountFen),
    openFen: fen(openFen),
    settlement: settlementOf(row),
    isOverdue: openFen > 0 && dueOn < asOf,
  };
}

function settlementOf({ isVoid, amountFen, settledFen, isGivenUp }: Row): Settlement {
  if (isVoid === 1) return 'void';
  if (settledFen === 0) return 'open';
  if (settledFen < amountFen) return 'partial';
  return isGivenUp === 1 ? 'written_off' : 'settled';
}
