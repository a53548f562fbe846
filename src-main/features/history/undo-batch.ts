import type { AppDb } from '../../../db/open.ts';
import { rowKey, type UndoChoice, undoBatch } from '../../../db/undo.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import { ok, type Result } from '../../../src-shared/core/result.ts';
import type { UndoReport } from '../../../src-shared/history/history.ts';
import type { ChangeWatch } from '../../ipc/change-watch.ts';
import { undoReport } from './undo-report.ts';

/** Plain data: it goes to a job's thread. */
export interface UndoOrder {
  readonly batchId: Id;
  readonly userId: Id;
  readonly now: Instant;
  readonly decisions: readonly { readonly entity: string; readonly entityId: Id; readonly choice: UndoChoice }[];
}

/** Takes a batch back as a new batch (domain §12). The caller holds the write gate. */
export function takeBack(
  book: AppDb,
  { batchId, userId, now, decisions }: UndoOrder,
  watch: ChangeWatch,
): Result<UndoReport, AppError> {
  const outcome = undoBatch(book, {
    batchId,
    userId,
    now,
    choices: new Map(decisions.map(({ entity, entityId, choice }) => [rowKey(entity, entityId), choice])),
    onProgress: (done, total) =>
      watch.progress({ stage: 'writing', fraction: done / total, done, total, leftMs: null }),
    isCancelled: () => watch.isCancelled(),
  });
  return outcome.ok ? ok(undoReport(book, outcome.value)) : outcome;
}
