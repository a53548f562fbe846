import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Result } from '../../src-shared/core/result.ts';
import type { Actor } from '../ipc/actor.ts';
import type { WorkerControl } from '../jobs/job.ts';
import { type InputOfLedgerRead, type LedgerReadKind, ledgerRead, type OutputOfLedgerRead } from './ledger-reads.ts';

export interface LedgerReadOrder<K extends LedgerReadKind = LedgerReadKind> {
  readonly kind: K;
  readonly input: InputOfLedgerRead<K>;
  readonly actor: Actor;
}

/** One of the reads of a long ledger over a connection of the job's own; nothing is saved between its queries. */
export function ledgerReadJob<K extends LedgerReadKind>(
  { kind, input, actor }: LedgerReadOrder<K>,
  control: WorkerControl,
): Result<OutputOfLedgerRead<K>, AppError> {
  const book = control.openBook('read');
  if (!book.ok) return book;
  return book.value.sqlite.transaction(() => ledgerRead(kind)(book.value, actor, input))();
}
