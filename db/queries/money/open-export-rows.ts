import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf } from '../../prepared.ts';

/** A receivable behind an aging as of a day, with what is open of it then. */
export interface OpenExportRow {
  readonly customerId: Id;
  readonly number: string | null;
  readonly installmentNo: number;
  readonly issuedOn: CalendarDate;
  /** In force that day. */
  readonly dueOn: CalendarDate;
  readonly amountFen: number;
  readonly openFen: number;
  readonly disputeReason: string | null;
  readonly note: string | null;
}

const sql = `
  SELECT owed.customer_id AS customerId, coalesce(sold.order_no, owed.reference) AS number,
    owed.installment_no AS installmentNo, owed.issued_on AS issuedOn,
    ifnull((SELECT former.was_due_on FROM due_day_changes AS former
      WHERE former.receivable_id = owed.id AND former.until_on > :asOf ORDER BY former.until_on, former.id LIMIT 1),
      owed.due_on) AS dueOn,
    owed.amount_fen AS amountFen, owed.open_fen AS openFen, owed.dispute_reason AS disputeReason, owed.note
  FROM (
    SELECT receivable.*, receivable.amount_fen - ifnull(
      (SELECT sum(part.amount_fen) FROM allocations AS part WHERE part.receivable_id = receivable.id
       AND part.effective_on <= :asOf AND (part.ended_on IS NULL OR part.ended_on > :asOf)), 0) AS open_fen
    FROM receivables AS receivable
    WHERE receivable.issued_on <= :asOf AND (receivable.voided_on IS NULL OR receivable.voided_on > :asOf)
      AND receivable.deleted_at IS NULL) AS owed
  JOIN customer_list AS who ON who.customer_id = owed.customer_id
  LEFT JOIN sales_orders AS sold ON sold.id = owed.order_id
  WHERE owed.open_fen > 0
  ORDER BY who.name_key, who.doc, dueOn, owed.installment_no, owed.id`;

/** The receivables behind an aging (openTuples), by customer and due day, one at a time. */
export function openExportRows(
  { sqlite }: Pick<ReadDb, 'sqlite'>,
  asOf: CalendarDate,
): IterableIterator<OpenExportRow> {
  return rowsOf<OpenExportRow>(sqlite, sql).iterate({ asOf });
}
