import { type BatchRequest, writeBatch } from '../../db/journal.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import { ok, type Result } from '../../src-shared/core/result.ts';
import type { ChangeOutcome } from '../../src-shared/history/change-outcome.ts';
import type { Actor } from '../ipc/actor.ts';
import { changeOutcome } from '../ipc/change.ts';
import type { WorkerControl } from '../jobs/job.ts';
import { type InputOfChange, type LargeChangeKind, largeChange, type OutputOfChange } from './large-changes.ts';

export interface LargeChangeOrder<K extends LargeChangeKind = LargeChangeKind> {
  readonly kind: K;
  readonly input: InputOfChange<K>;
  readonly actor: Actor;
  readonly request: BatchRequest;
}

/** One of the large changes over a connection of the job's own, as one batch. The caller holds the write gate. */
export function largeChangeJob<K extends LargeChangeKind>(
  { kind, input, actor, request }: LargeChangeOrder<K>,
  control: WorkerControl,
): Result<OutputOfChange<K> & ChangeOutcome, AppError> {
  const book = control.openBook('write');
  if (!book.ok) return book;
  const outcome = writeBatch(book.value, request, (db) => largeChange(kind)(db, actor, input, control));
  return outcome.ok ? ok({ ...outcome.value.value, ...changeOutcome(outcome.value) }) : outcome;
}
