import type { AppError } from '../src-shared/core/app-error.ts';
import type { Id } from '../src-shared/core/id.ts';
import type { Instant } from '../src-shared/core/instant.ts';
import { err, ok, type Result } from '../src-shared/core/result.ts';
import type { JournalSource } from '../src-shared/history/history.ts';
import type { Batch } from './batch.ts';
import type { AppDb, ReadDb } from './connection.ts';
import { writeStoredBatch } from './journal.ts';
import { changedOnlySecrets } from './secrets.ts';
import { type Heartbeat, planUndo, type UndoPlan } from './undo/plan-undo.ts';
import type { RowKey, UndoChoice, UndoConflict, UndoStep } from './undo/undo-steps.ts';

export type { RowKey, UndoChoice, UndoConflict } from './undo/undo-steps.ts';
export { rowKey } from './undo/undo-steps.ts';

export interface UndoOutcome {
  /** The undo's own batch, by which it can be taken back; null when there was nothing left to take back. */
  readonly batchId: Id | null;
  readonly rowsUndone: number;
  readonly conflicts: readonly UndoConflict[];
}

export interface UndoRequest {
  readonly batchId: Id;
  readonly userId: Id;
  readonly now: Instant;
  /** By rowKey; a row without a choice is kept. */
  readonly choices?: ReadonlyMap<RowKey, UndoChoice>;
  /** `done` counts rows, first while planning, then while writing; never called more often than every 500 rows. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked as often; true: everything is as before. */
  readonly isCancelled?: () => boolean;
}

/** What an undo would do and leave alone; writes nothing. Reads every row of the batch: for a large one run it in a job. */
export function previewUndo(db: ReadDb, batchId: Id): Result<Omit<UndoOutcome, 'batchId'>, AppError> {
  const found = undoable(db, batchId);
  if (!found.ok) return found;
  const { steps, conflicts } = planUndo(db, found.value.seq, new Map(), () => undefined);
  return ok({ rowsUndone: steps.size, conflicts });
}

/**
 * Takes back a batch as a new batch (domain §12); taking back an undo is redo. What came after stays unless `choices`
 * says otherwise. Conflicts: already_undone, batch_cannot_be_undone, nothing_to_undo (no such batch).
 */
export function undoBatch(book: AppDb, request: UndoRequest): Result<UndoOutcome, AppError> {
  const { batchId, userId, now } = request;
  try {
    const written = writeStoredBatch(book, { source: 'undo', userId, now, undoesBatchId: batchId }, (batch) => {
      const found = undoable(batch, batchId);
      return found.ok ? ok(takeBack(batch, found.value.seq, request)) : found;
    });
    if (!written.ok) return written;
    const { value, changed } = written.value;
    const batchOfUndo = changed > 0 ? written.value.batchId : null;
    return ok({ batchId: batchOfUndo, rowsUndone: value.steps.size, conflicts: value.conflicts });
  } catch (error) {
    if (error instanceof Cancelled) return err({ kind: 'cancelled' });
    throw error;
  }
}

/** Thrown from deep inside the work, so that the batch rolls back. */
class Cancelled extends Error {}

function takeBack(batch: Batch, seq: number, request: UndoRequest): UndoPlan {
  const plan = planUndo(batch, seq, request.choices ?? new Map(), heartbeat(request, 0));
  const beat = heartbeat(request, 1);
  let done = 0;
  for (const step of plan.steps.values()) {
    beat(done, plan.steps.size);
    done += 1;
    take(batch, step);
  }
  return plan;
}

function take(batch: Batch, step: UndoStep): void {
  switch (step.kind) {
    case 'update':
      batch.updateStored(step.shape, step.id, step.sets);
      return;
    case 'bin':
      batch.updateStored(step.shape, step.id, { deleted_at: batch.info.now });
      return;
    case 'remove':
      batch.removeStored(step.shape, step.id);
      return;
    case 'reinsert':
      batch.insertStored(step.shape, step.id, step.row);
      return;
  }
}

const rowsPerBeat = 500;

/** Planning is the first half of the way, writing the second. */
function heartbeat(request: UndoRequest, half: 0 | 1): Heartbeat {
  return (done, total) => {
    if (done % rowsPerBeat !== 0) return;
    if (request.isCancelled?.()) throw new Cancelled('undo was cancelled');
    request.onProgress?.(half * total + done, 2 * total);
  };
}

interface BatchRow {
  readonly seq: number;
  readonly id: Id;
  readonly source: JournalSource;
  readonly undoesBatchId: Id | null;
}

const batchColumns = 'seq, id, source, undoes_batch_id AS undoesBatchId';

function undoable(db: ReadDb, batchId: Id): Result<BatchRow, AppError> {
  const batch = db.sqlite
    .prepare<[Id], BatchRow>(`SELECT ${batchColumns} FROM journal_batches WHERE id = ?`)
    .get(batchId);
  if (!batch) return err({ kind: 'conflict', reason: 'nothing_to_undo' });
  // The first batch made the book itself: its owner, tiers and time zone.
  if (batch.source === 'erase' || batch.seq === 1 || changedOnlySecrets(db, batch.seq)) {
    return err({ kind: 'conflict', reason: 'batch_cannot_be_undone' });
  }
  if (isUndone(db, batchId)) return err({ kind: 'conflict', reason: 'already_undone' });
  return ok(batch);
}

/** True when a later undo took the batch back and was not taken back itself. */
export function isUndone(db: ReadDb, batchId: Id): boolean {
  const undoes = db.sqlite.prepare<[Id], Id>('SELECT id FROM journal_batches WHERE undoes_batch_id = ?').pluck();
  return undoes.all(batchId).some((undo) => !isUndone(db, undo));
}

export interface SessionOf {
  readonly userId: Id;
  /** When the session began. */
  readonly since: Instant;
}

/** The last batch of this user in this session that is not undone: what Ctrl+Z takes back. */
export function lastUndoableBatch(db: ReadDb, session: SessionOf): Id | null {
  for (const batch of newestFirst(db, session)) {
    const canBe = batch.source !== 'undo' && batch.source !== 'erase' && batch.seq !== 1;
    if (canBe && !changedOnlySecrets(db, batch.seq) && !isUndone(db, batch.id)) return batch.id;
  }
  return null;
}

/** The undo that redo takes back: the user's last one in this session, unless the user has done something since. */
export function lastRedoableBatch(db: ReadDb, session: SessionOf): Id | null {
  const sourceOf = db.sqlite.prepare<[Id], JournalSource>('SELECT source FROM journal_batches WHERE id = ?').pluck();
  for (const batch of newestFirst(db, session)) {
    if (batch.source !== 'undo') return null;
    const isRedo = batch.undoesBatchId !== null && sourceOf.get(batch.undoesBatchId) === 'undo';
    if (!isRedo && !isUndone(db, batch.id)) return batch.id;
  }
  return null;
}

function* newestFirst(db: ReadDb, { userId, since }: SessionOf): Iterable<BatchRow> {
  const page = db.sqlite.prepare<[number, Instant, Id], BatchRow>(
    `SELECT ${batchColumns} FROM journal_batches WHERE seq < ? AND at >= ? AND user_id = ? ORDER BY seq DESC LIMIT 50`,
  );
  let before = Number.MAX_SAFE_INTEGER;
  for (let batches = page.all(before, since, userId); batches.length > 0; batches = page.all(before, since, userId)) {
    yield* batches;
    before = batches.at(-1)?.seq ?? 0;
  }
}
