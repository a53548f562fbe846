import type { ReadDb } from '../../../db/open.ts';
import { areReceivablesFew } from '../../../db/queries/book-size.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { ok, type Result } from '../../../src-shared/core/result.ts';
import type { PaymentGrade } from '../../../src-shared/payments/payment-record.ts';
import { type JobRunner, unwatched } from '../../jobs/job-runner.ts';
import { gradesOf } from './payment-grades-job.ts';

/** Up to so many receivables their grades take some milliseconds, less than a thread takes to start. */
const receivablesWithoutThread = 300;

/**
 * Payment records of the customers that pages showed, as long as nothing is written. Of a page, not of all: the rules
 * read every fact of a customer, which for a hundred thousand of them takes a quarter of a minute.
 */
export class KnownGrades {
  readonly #grades = new Map<Id, PaymentGrade>();

  /** Knows at least these afterwards. Errors: those of a job. */
  async learn(
    { db, jobs }: { readonly db: ReadDb; readonly jobs: JobRunner },
    ids: readonly Id[],
    today: CalendarDate,
  ): Promise<Result<ReadonlyMap<Id, PaymentGrade>, AppError>> {
    const order = { ids: ids.filter((id) => !this.#grades.has(id)), today };
    if (order.ids.length === 0) return ok(this.#grades);
    const learnt = areReceivablesFew(db, order.ids, receivablesWithoutThread)
      ? ok(gradesOf(db, order))
      : await jobs.run('paymentGrades', order, unwatched);
    if (!learnt.ok) return learnt;
    for (const [id, grade] of learnt.value) this.#grades.set(id, grade);
    return ok(this.#grades);
  }
}
