import { isCalendarSpan } from '../../../src-shared/calendar/calendar-span.ts';
import { wantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { ok, type Result } from '../../../src-shared/core/result.ts';
import type { Contract } from '../../../src-shared/ipc/contract.ts';
import type { OutputOfProcedure, ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import { calendarFileName } from '../../files/file-name.ts';
import { actorOf } from '../../ipc/actor.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import { outOfRange } from '../../ipc/out-of-range.ts';
import { unwatched } from '../../jobs/job-runner.ts';

type ExportIcs = Contract['visits']['exportIcs'];

/** Asks where to, then hands the span to the job that writes it. */
export async function exportVisits(
  context: HandlerContext,
  { words, persons, ...span }: ParsedInputOf<ExportIcs>,
): Promise<Result<OutputOfProcedure<ExportIcs>, AppError>> {
  if (!isCalendarSpan(span)) return outOfRange('to');
  const { session, services, now } = context;
  const path = await services.dialogs.saveCalendar(calendarFileName(words.fileName));
  if (path === null) return ok({ path: null, written: 0 });
  const { bookId } = session.book();
  const { timeZone } = context.bookDay();
  const file = { name: words.calendarName, bookId, timeZone, now: now() };
  const order = { path, span, persons: wantedPersons(persons), actor: actorOf(context), file };
  const outcome = await services.jobs.run('exportVisits', order, unwatched);
  return outcome.ok ? ok({ path, ...outcome.value }) : outcome;
}
