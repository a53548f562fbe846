import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { fen } from '../../src-shared/core/money.ts';
import { type Ledger, sourceKinds } from '../../src-shared/receivables/ledger.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';
import type { Stored, StoredRow } from '../table-shape.ts';
import { isLiveAfter, rowKey, type UndoSteps } from './undo-steps.ts';

/** What changes what a customer owes; their rows name the customer. */
const ledgerTables = ['receivables', 'due_day_changes', 'settlement_sources', 'allocations', 'refunds'] as const;
type LedgerTable = (typeof ledgerTables)[number];

/** A customer's ledger as it would be after the steps. Rows of allocations may name what would be in the bin. */
export function ledgerAfterUndo(db: ReadDb, steps: UndoSteps, back: Reinserted, customerId: Id): Ledger {
  const rowsAfter = (table: LedgerTable): readonly StoredRow[] => {
    const sql = `SELECT * FROM ${table} WHERE customer_id = +?`;
    const present = rowsOf<StoredRow>(db.sqlite, sql)
      .all(customerId)
      .flatMap((row): readonly StoredRow[] => {
        const step = steps.get(rowKey(table, text(row.id)));
        if (!isLiveAfter(step, row)) return [];
        return [step?.kind === 'update' ? { ...row, ...step.sets } : row];
      });
    return [...present, ...(back.get(customerId)?.get(table) ?? [])];
  };
  const dueDays = Map.groupBy(rowsAfter('due_day_changes'), (row) => text(row.receivable_id));
  return {
    receivables: rowsAfter('receivables').map((row) => ({
      id: text(row.id),
      customerId,
      orderId: row.order_id === null ? null : text(row.order_id),
      installmentNo: Number(row.installment_no),
      issuedOn: day(row.issued_on),
      dueOn: day(row.due_on),
      formerDueDays: (dueDays.get(text(row.id)) ?? [])
        .map((change) => ({ dueOn: day(change.was_due_on), untilOn: day(change.until_on) }))
        .sort((a, b) => (a.untilOn < b.untilOn ? -1 : Number(a.untilOn > b.untilOn))),
      amountFen: fen(Number(row.amount_fen)),
      isDisputed: row.dispute_reason !== null,
      voidedOn: dayOrNull(row.voided_on),
    })),
    sources: rowsAfter('settlement_sources').map((row) => ({
      id: text(row.id),
      customerId,
      kind: sourceKinds.find((kind) => kind === row.kind) ?? 'payment',
      on: day(row.on_day),
      amountFen: fen(Number(row.amount_fen)),
      voidedOn: dayOrNull(row.voided_on),
    })),
    allocations: rowsAfter('allocations').map((row) => ({
      id: text(row.id),
      sourceId: text(row.source_id),
      receivableId: text(row.receivable_id),
      amountFen: fen(Number(row.amount_fen)),
      effectiveOn: day(row.effective_on),
      endedOn: dayOrNull(row.ended_on),
    })),
    refunds: rowsAfter('refunds').map((row) => ({
      id: text(row.id),
      sourceId: text(row.source_id),
      amountFen: fen(Number(row.amount_fen)),
      on: day(row.on_day),
      voidedOn: dayOrNull(row.voided_on),
    })),
  };
}

/** Customer → table → rows that come back. */
export type Reinserted = ReadonlyMap<Id, ReadonlyMap<string, readonly StoredRow[]>>;

export function reinsertedOf(steps: UndoSteps): Reinserted {
  const found = new Map<Id, Map<string, StoredRow[]>>();
  for (const step of steps.values()) {
    if (step.kind !== 'reinsert' || typeof step.row.customer_id !== 'string') continue;
    const ofCustomer = found.get(step.row.customer_id) ?? new Map<string, StoredRow[]>();
    found.set(step.row.customer_id, ofCustomer);
    const rows = ofCustomer.get(step.shape.name);
    if (rows) rows.push(step.row);
    else ofCustomer.set(step.shape.name, [step.row]);
  }
  return found;
}

function text(value: Stored | undefined): string {
  if (typeof value !== 'string') throw new Error(`a row of the ledger holds ${value} where a text belongs`);
  return value;
}

function day(value: Stored | undefined): CalendarDate {
  // Safe: the columns of the ledger's days are written from calendar dates only.
  return text(value) as CalendarDate;
}

function dayOrNull(value: Stored | undefined): CalendarDate | null {
  return value === null || value === undefined ? null : day(value);
}
