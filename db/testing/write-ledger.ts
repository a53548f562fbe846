import type { Id } from '../../src-shared/core/id.ts';
import { newId } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { Ledger, SettlementSource } from '../../src-shared/receivables/ledger.ts';
import type { AppDb } from '../connection.ts';
import { type NewRow, writeBatch } from '../journal.ts';
import { allocations, dueDayChanges, receivables, refunds, settlementSources } from '../schema/money.ts';

export interface LedgerRows {
  /** Who typed it, and when: created_at of every row. */
  readonly userId: Id;
  readonly now: Instant;
  /** What a payment says beside its facts. */
  readonly sourceDetail?: (source: SettlementSource) => Partial<NewRow<typeof settlementSources>>;
}

/** Writes every fact of a ledger as it is, as one customer's; asks no law, so that a test can plant what it likes. */
export function writeLedger(book: AppDb, customerId: Id, ledger: Ledger, rows: LedgerRows): void {
  writeBatch(book, { source: 'edit', userId: rows.userId, now: rows.now }, (db) => {
    for (const { formerDueDays, isDisputed, customerId: _whose, ...row } of ledger.receivables) {
      db.insert(receivables, { ...row, customerId, disputeReason: isDisputed ? '质量有争议' : null });
      for (const { dueOn, untilOn } of formerDueDays) {
        db.insert(dueDayChanges, { id: newId(), customerId, receivableId: row.id, wasDueOn: dueOn, untilOn });
      }
    }
    for (const source of ledger.sources) {
      const { id, kind, on, amountFen, voidedOn } = source;
      const method = kind === 'payment' ? 'transfer' : null;
      const detail = rows.sourceDetail?.(source);
      db.insert(settlementSources, { id, customerId, kind, onDay: on, amountFen, voidedOn, method, ...detail });
    }
    for (const row of ledger.allocations) db.insert(allocations, { ...row, customerId });
    for (const { on, ...row } of ledger.refunds) {
      db.insert(refunds, { ...row, customerId, onDay: on, method: 'transfer' });
    }
  });
}
