import { writeWarnings } from '../../../db/search/bring-warnings-to-day.ts';
import { staleWarnings, warnableCustomers } from '../../../db/search/refresh-warnings.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok } from '../../../src-shared/core/result.ts';
import type { Job } from '../../jobs/job.ts';

interface WarningsOrder {
  readonly today: CalendarDate;
}

/** Whose warnings are not those of today. Reads only, so that nobody waits with a save. */
export const staleWarningsJob: Job<WarningsOrder, { readonly ids: readonly Id[] }> = ({ today }, control) => {
  const opened = control.openBook('read');
  if (!opened.ok) return opened;
  const { sqlite } = opened.value;
  const all = warnableCustomers(sqlite);
  const ids: Id[] = [];
  for (let done = 0; done < all.length; done += chunkSize) {
    if (control.isCancelled()) return err({ kind: 'cancelled' });
    ids.push(...staleWarnings(sqlite, all.slice(done, done + chunkSize), today));
  }
  return ok({ ids });
};
const chunkSize = 500;

/** Brings the warnings of many to today: after a long absence, or when a holiday or a cadence warns of most. */
export const writeWarningsJob: Job<WarningsOrder & { readonly ids: readonly Id[] }, object> = (
  { ids, today },
  control,
) => {
  const opened = control.openBook('write');
  if (!opened.ok) return opened;
  writeWarnings(opened.value, ids, today);
  return ok({});
};
