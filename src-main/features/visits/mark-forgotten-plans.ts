import { type BatchRequest, type WriteDb, writeBatch } from '../../../db/journal.ts';
import { forgottenPlanIds } from '../../../db/queries/forgotten-plans.ts';
import { visitPlans } from '../../../db/schema/follow-ups.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import { type ChangeWatch, unwatchedChange } from '../../ipc/change-watch.ts';
import type { WorkerControl } from '../../jobs/job.ts';

/** Open plans between two looks at the wish to stop. */
const chunk = 200;

/** Open plans of days before `before` become missed (domain §6). */
export function markForgottenPlans(
  db: WriteDb,
  before: CalendarDate,
  watch: ChangeWatch = unwatchedChange,
): Result<{ missed: number }, AppError> {
  const ids = forgottenPlanIds(db, before);
  for (const [done, id] of ids.entries()) {
    if (done % chunk === 0) {
      if (watch.isCancelled()) return err({ kind: 'cancelled' });
      watch.progress({ stage: 'writing', fraction: done / ids.length, done, total: ids.length, leftMs: null });
    }
    db.update(visitPlans, id, { status: 'missed' });
  }
  return ok({ missed: ids.length });
}

export interface ForgottenPlansOrder {
  readonly before: CalendarDate;
  readonly request: BatchRequest;
}

/** As markForgottenPlans, in one batch over a connection of the job's own. The caller holds the write gate. */
export function markForgottenPlansJob(
  { before, request }: ForgottenPlansOrder,
  control: WorkerControl,
): Result<{ missed: number }, AppError> {
  const book = control.openBook('write');
  if (!book.ok) return book;
  const outcome = writeBatch(book.value, request, (db) => markForgottenPlans(db, before, control));
  return outcome.ok ? ok(outcome.value.value) : outcome;
}
