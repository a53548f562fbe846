import { countCustomersReachedBy } from '../../../db/queries/customers-reached.ts';
import { type BatchRef, countEntriesOf, findBatch } from '../../../db/queries/find-batch.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { customerHistory } from '../../../db/queries/history/customer-history.ts';
import { batchSummary, recentBatches } from '../../../db/queries/history/recent-batches.ts';
import { customers } from '../../../db/schema/customers.ts';
import { lastRedoableBatch, lastUndoableBatch, previewUndo } from '../../../db/undo.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import { unwatchedChange } from '../../ipc/change-watch.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { unwatched } from '../../jobs/job-runner.ts';
import { takeBack } from './undo-batch.ts';
import { undoReport } from './undo-report.ts';

/** Up to this many changed rows an undo is worked out on the main thread; a thread takes longer than that to start. */
const rowsOnMainThread = 50;

export const historyHandlers: HandlersOf<'history'> = {
  ofCustomer: ({ session }, { customerId, before, limit }) => {
    const db = session.db();
    if (!findRow(db, customers, customerId)) return err({ kind: 'not_found', entity: 'customers', id: customerId });
    return ok(customerHistory(db, customerId, { before, limit }));
  },
  recent: ({ session }, page) => ok(recentBatches(session.db(), page)),
  preview: (context, { batchId }) => {
    const batch = batchToUndo(context, batchId);
    if (!batch.ok) return batch;
    const { session, services, job } = context;
    const db = session.db();
    if (!isSmall(context, batch.value)) return services.jobs.run('previewUndo', { batchId }, job ?? unwatched);
    const preview = previewUndo(db, batchId);
    return preview.ok ? ok(undoReport(db, { ...preview.value, batchId: null })) : preview;
  },
  undo: (context, { batchId, decisions }) => {
    const batch = batchToUndo(context, batchId);
    if (!batch.ok) return batch;
    const { session, services, user, now, job } = context;
    return session.exclusively(() => {
      const order = { batchId, decisions, userId: user.id, now: now() };
      return isSmall(context, batch.value) && reachesFew(context, batch.value)
        ? takeBack(session.db(), order, unwatchedChange)
        : services.jobs.run('undoBatch', order, job ?? unwatched);
    });
  },
  lastUndoable: ({ session, user }) => {
    const { db, openedAt: since } = session.book();
    const reach = { userId: user.id, since };
    const summary = (batchId: Id | null) => (batchId === null ? null : batchSummary(db, batchId));
    return ok({ undo: summary(lastUndoableBatch(db, reach)), redo: summary(lastRedoableBatch(db, reach)) });
  },
};

function isSmall({ session }: HandlerContext, batch: BatchRef): boolean {
  return countEntriesOf(session.db(), batch, rowsOnMainThread + 1) <= rowsOnMainThread;
}

/** One row, such as a tier's cadence, can move the due days of every customer behind it. */
function reachesFew({ session }: HandlerContext, batch: BatchRef): boolean {
  return countCustomersReachedBy(session.db(), batch, rowsOnMainThread + 1) <= rowsOnMainThread;
}

/**
 * Whose right reaches their own customers only takes back their own deeds: those cannot have reached further.
 * Errors: conflict nothing_to_undo (no such batch), forbidden.
 */
function batchToUndo({ session, reach, user }: HandlerContext, batchId: Id): Result<BatchRef, AppError> {
  const batch = findBatch(session.db(), batchId);
  if (!batch) return err({ kind: 'conflict', reason: 'nothing_to_undo' });
  if (reach === 'own' && batch.userId !== user.id) return err({ kind: 'forbidden', right: 'history.undo' });
  return ok(batch);
}
