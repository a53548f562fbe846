import type { CalendarSpan } from '../../../src-shared/calendar/calendar-span.ts';
import type { WantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';
import { type CalendarDate, daysBetween } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import type { OwedLine } from '../../../src-shared/receivables/receivable-views.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf, tuplesOf } from '../../prepared.ts';
import { boundOwners, isOfOwners } from './of-owners.ts';

export interface DueOrder extends CalendarSpan {
  /** open_receivables must be as of this day. */
  readonly today: CalendarDate;
  /** Null in the list: nobody's customers. Undefined: everybody's. */
  readonly owners: WantedPersons;
}

/** `open` within a span, of the owners' customers. */
const dueSql = (ofOwners: boolean) => `
  FROM open_receivables AS open INDEXED BY open_receivables_due
  WHERE open.due_on >= :from AND open.due_on <= :to
  ${ofOwners ? `AND ${isOfOwners}` : ''}`;

const bound = ({ from, to, owners }: DueOrder) => ({ from, to, ...boundOwners(owners) });

interface DueRecord {
  readonly id: Id;
  readonly customerId: Id;
  readonly orderId: Id | null;
  readonly orderNo: string | null;
  readonly reference: string | null;
  readonly installmentNo: number;
  readonly installments: number;
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly amountFen: number;
  readonly openFen: number;
  readonly disputeReason: string | null;
  readonly note: string | null;
  readonly customerName: string;
  readonly tierId: Id | null;
  readonly ownerId: Id | null;
  readonly contactName: string | null;
  readonly phone: string | null;
}

const linesSql = (ofOwners: boolean) => `
  SELECT due.receivable_id AS id, due.customer_id AS customerId, owed.order_id AS orderId, sold.order_no AS orderNo,
    owed.reference, owed.installment_no AS installmentNo, CASE WHEN owed.order_id IS NULL THEN 1 ELSE (
      SELECT count(*) FROM receivables AS part
      WHERE part.order_id = owed.order_id AND part.deleted_at IS NULL AND part.voided_on IS NULL) END AS installments,
    owed.issued_on AS issuedOn, due.due_on AS dueOn, owed.amount_fen AS amountFen, due.open_fen AS openFen,
    owed.dispute_reason AS disputeReason, owed.note, c.name AS customerName, l.tier_id AS tierId, l.owner_id AS ownerId,
    l.contact_name AS contactName, l.phone
  FROM (SELECT open.receivable_id, open.customer_id, open.due_on, open.open_fen ${dueSql(ofOwners)}
    ORDER BY open.due_on, open.customer_id, open.open_fen DESC, open.receivable_id LIMIT :limit) AS due
  CROSS JOIN receivables AS owed ON owed.id = due.receivable_id
  LEFT JOIN sales_orders AS sold ON sold.id = owed.order_id
  CROSS JOIN customer_list l ON l.customer_id = due.customer_id CROSS JOIN customers c ON c.id = l.customer_id
  ORDER BY due.due_on, l.name_key, due.customer_id, owed.installment_no, due.receivable_id`;

/** What is open today and falls due on a day of the span, by due day; at most `limit`. */
export function dueLines({ sqlite }: ReadDb, order: DueOrder, limit: number): readonly OwedLine[] {
  return rowsOf<DueRecord>(sqlite, linesSql(order.owners !== undefined))
    .all({ ...bound(order), limit })
    .map((row) => toLine(row, order.today));
}

function toLine(row: DueRecord, today: CalendarDate): OwedLine {
  const { customerName, tierId, ownerId, contactName, phone, ...receivable } = row;
  const daysPastDue = daysBetween(row.dueOn, today);
  return {
    customerName,
    tierId,
    ownerId,
    contactName,
    phone,
    receivable: {
      ...receivable,
      amountFen: fen(row.amountFen),
      openFen: fen(row.openFen),
      settlement: row.openFen < row.amountFen ? 'partial' : 'open',
      isOverdue: daysPastDue > 0,
      daysPastDue,
      voidedOn: null,
      voidReason: null,
    },
  };
}

/** Of all of the span. */
export function dueTotals({ sqlite }: ReadDb, order: DueOrder): { readonly total: number; readonly openFen: Fen } {
  const sql = `SELECT count(*), total(open.open_fen) ${dueSql(order.owners !== undefined)}`;
  const [total, openFen] = tuplesOf<readonly [number, number]>(sqlite, sql).get(bound(order)) ?? [0, 0];
  return { total, openFen: fen(openFen) };
}
