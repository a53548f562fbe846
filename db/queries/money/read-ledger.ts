import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import type {
  Allocation,
  Ledger,
  Receivable,
  Refund,
  SettlementSource,
  SourceKind,
} from '../../../src-shared/receivables/ledger.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf } from '../../prepared.ts';

/*
 * `= +?`: with a bare parameter this SQLite plans anew at every call beside partial indexes.
 * Rows that an undo took to the bin are no facts.
 */
const receivablesSql = `
  SELECT id, customer_id AS customerId, order_id AS orderId, installment_no AS installmentNo, issued_on AS issuedOn,
    due_on AS dueOn, amount_fen AS amountFen, dispute_reason IS NOT NULL AS isDisputed, voided_on AS voidedOn
  FROM receivables WHERE customer_id = +? AND deleted_at IS NULL`;
const dueDaysSql = `
  SELECT receivable_id AS receivableId, was_due_on AS dueOn, until_on AS untilOn
  FROM due_day_changes WHERE customer_id = +? ORDER BY until_on, id`;
const sourcesSql = `
  SELECT id, customer_id AS customerId, kind, on_day AS "on", amount_fen AS amountFen, voided_on AS voidedOn
  FROM settlement_sources WHERE customer_id = +? AND deleted_at IS NULL`;
const allocationsSql = `
  SELECT id, source_id AS sourceId, receivable_id AS receivableId, amount_fen AS amountFen,
    effective_on AS effectiveOn, ended_on AS endedOn
  FROM allocations WHERE customer_id = +?`;
const refundsSql = `
  SELECT id, source_id AS sourceId, amount_fen AS amountFen, on_day AS "on", voided_on AS voidedOn
  FROM refunds WHERE customer_id = +? AND deleted_at IS NULL`;

interface ReceivableRecord {
  readonly id: Id;
  readonly customerId: Id;
  readonly orderId: Id | null;
  readonly installmentNo: number;
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly amountFen: number;
  readonly isDisputed: 0 | 1;
  readonly voidedOn: CalendarDate | null;
}

type Unbranded<T extends { readonly amountFen: Fen }> = Omit<T, 'amountFen'> & { readonly amountFen: number };

/** All money facts of a customer, whatever their day: what the rules of domain §1–§3 work on. */
export function readLedger({ sqlite }: Pick<ReadDb, 'sqlite'>, customerId: Id): Ledger {
  const former = Map.groupBy(
    rowsOf<{ receivableId: Id; dueOn: CalendarDate; untilOn: CalendarDate }>(sqlite, dueDaysSql).all(customerId),
    ({ receivableId }) => receivableId,
  );
  return {
    receivables: rowsOf<ReceivableRecord>(sqlite, receivablesSql)
      .all(customerId)
      .map(
        (row): Receivable => ({
          ...row,
          amountFen: fen(row.amountFen),
          isDisputed: row.isDisputed === 1,
          formerDueDays: (former.get(row.id) ?? []).map(({ dueOn, untilOn }) => ({ dueOn, untilOn })),
        }),
      ),
    sources: rowsOf<Unbranded<SettlementSource> & { readonly kind: SourceKind }>(sqlite, sourcesSql)
      .all(customerId)
      .map(inFen),
    allocations: rowsOf<Unbranded<Allocation>>(sqlite, allocationsSql).all(customerId).map(inFen),
    refunds: rowsOf<Unbranded<Refund>>(sqlite, refundsSql).all(customerId).map(inFen),
  };
}

function inFen<T extends { readonly amountFen: number }>(row: T): Omit<T, 'amountFen'> & { readonly amountFen: Fen } {
  return { ...row, amountFen: fen(row.amountFen) };
}
