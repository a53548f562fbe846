import { previewUndo } from '../../../db/undo.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { ok, type Result } from '../../../src-shared/core/result.ts';
import type { UndoReport } from '../../../src-shared/history/history.ts';
import type { WorkerControl } from '../../jobs/job.ts';
import { takeBack, type UndoOrder } from './undo-batch.ts';
import { undoReport } from './undo-report.ts';

/** An undo of many rows over a connection of the job's own. The caller holds the write gate. */
export function undoBatchJob(order: UndoOrder, control: WorkerControl): Result<UndoReport, AppError> {
  const book = control.openBook('write');
  return book.ok ? takeBack(book.value, order, control) : book;
}

/** What an undo of many rows would leave alone; writes nothing. */
export function previewUndoJob(
  { batchId }: { readonly batchId: Id },
  control: WorkerControl,
): Result<UndoReport, AppError> {
  const book = control.openBook('read');
  if (!book.ok) return book;
  const preview = previewUndo(book.value, batchId);
  return preview.ok ? ok(undoReport(book.value, { ...preview.value, batchId: null })) : preview;
}
