import { type CalendarFileRow, calendarFileRows } from '../../../db/queries/calendar-file-visits.ts';
import type { CalendarSpan } from '../../../src-shared/calendar/calendar-span.ts';
import type { WantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { ok, type Result } from '../../../src-shared/core/result.ts';
import { wholeAddress } from '../../../src-shared/customers/whole-address.ts';
import { writeFileAtomically } from '../../files/atomic-write.ts';
import { type CalendarFile, type CalendarFileVisit, calendarText } from '../../files/calendar-file/calendar-file.ts';
import type { Actor } from '../../ipc/actor.ts';
import { isWithinReach } from '../../ipc/reachable-customer.ts';
import type { WorkerControl } from '../../jobs/job.ts';

export interface ExportVisitsOrder {
  readonly path: string;
  readonly span: CalendarSpan;
  readonly persons: WantedPersons;
  readonly actor: Actor;
  readonly file: CalendarFile;
}

/**
 * Writes the visits of a span for a phone's calendar. A thousand take longer to word than a window may wait.
 * Whose right reaches their own customers only gets those, and the visits they are sent on.
 */
export async function exportVisitsJob(
  { path, span, persons, actor, file }: ExportVisitsOrder,
  control: WorkerControl,
): Promise<Result<{ written: number }, AppError>> {
  const book = control.openBook('read');
  if (!book.ok) return book;
  const visits = calendarFileRows(book.value, span, persons)
    .filter((row) => isWithinReach(actor, row.ownerId) || row.personId === actor.userId)
    .map(toFileVisit);
  await writeFileAtomically(path, calendarText(visits, file));
  return ok({ written: visits.length });
}

function toFileVisit({ isOff, province, city, district, address, ...row }: CalendarFileRow): CalendarFileVisit {
  const place = wholeAddress({ province, city, district, address });
  return { ...row, isOff: isOff === 1, address: place === '' ? null : place };
}
