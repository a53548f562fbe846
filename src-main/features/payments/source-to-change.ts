import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { settlementSources } from '../../../db/schema/money.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { Ledger, SettlementSource } from '../../../src-shared/receivables/ledger.ts';
import type { Actor } from '../../ipc/actor.ts';
import { customerToChange } from '../../ipc/reachable-customer.ts';

export type SourceState = typeof settlementSources.$inferSelect;

/**
 * A payment, return or write-off that still counts. Errors: not_found (also one that an undo took back), forbidden, conflict
 * in_bin (its customer), already_void.
 */
export function sourceToChange(db: ReadDb, actor: Actor, id: Id): Result<SourceState, AppError> {
  const source = findRow(db, settlementSources, id);
  if (!source || source.deletedAt !== null) return err({ kind: 'not_found', entity: 'settlement_sources', id });
  const customer = customerToChange(db, actor, source.customerId, 'money.edit');
  if (!customer.ok) return customer;
  return source.voidedOn === null ? ok(source) : err({ kind: 'conflict', reason: 'already_void', otherId: id });
}

/** Throws when it is not there: its row was just read. */
export function sourceIn(ledger: Ledger, id: Id): SettlementSource {
  const source = ledger.sources.find((each) => each.id === id);
  if (!source) throw new Error(`settlement source ${id} is not in its customer's ledger`);
  return source;
}
