import { type CalendarFileRow, calendarFileRows } from '../../../db/queries/calendar-file-visits.ts';
import { isCalendarSpan } from '../../../src-shared/calendar/calendar-span.ts';
import { wantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { ok, type Result } from '../../../src-shared/core/result.ts';
import { wholeAddress } from '../../../src-shared/customers/whole-address.ts';
import type { Contract } from '../../../src-shared/ipc/contract.ts';
import type { OutputOfProcedure, ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import { writeFileAtomically } from '../../files/atomic-write.ts';
import { type CalendarFileVisit, calendarText } from '../../files/calendar-file/calendar-file.ts';
import { calendarFileName } from '../../files/file-name.ts';
import { actorOf } from '../../ipc/actor.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import { outOfRange } from '../../ipc/out-of-range.ts';
import { isWithinReach } from '../../ipc/reachable-customer.ts';

type ExportIcs = Contract['visits']['exportIcs'];

/**
 * Asks where to and writes the visits of a span for a phone's calendar. Names and phone numbers leave the book here, so
 * who may export only their own customers gets those, and the visits they are sent on.
 */
export async function exportVisits(
  context: HandlerContext,
  { words, persons, ...span }: ParsedInputOf<ExportIcs>,
): Promise<Result<OutputOfProcedure<ExportIcs>, AppError>> {
  if (!isCalendarSpan(span)) return outOfRange('to');
  const { session, services, now } = context;
  const path = await services.dialogs.saveCalendar(calendarFileName(words.fileName));
  if (path === null) return ok({ path: null, written: 0 });
  const { db, bookId } = session.book();
  const actor = actorOf(context);
  const visits = calendarFileRows(db, span, wantedPersons(persons))
    .filter((row) => isWithinReach(actor, row.ownerId) || row.personId === actor.userId)
    .map(toFileVisit);
  const { timeZone } = context.bookDay();
  await writeFileAtomically(path, calendarText(visits, { name: words.calendarName, bookId, timeZone, now: now() }));
  return ok({ path, written: visits.length });
}

function toFileVisit({ isOff, province, city, district, address, ...row }: CalendarFileRow): CalendarFileVisit {
  const place = wholeAddress({ province, city, district, address });
  return { ...row, isOff: isOff === 1, address: place === '' ? null : place };
}
