import { moneyOfLaterDay } from '../../../db/search/refresh-money.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { Job } from '../../jobs/job.ts';

interface TodayOrder {
  readonly today: CalendarDate;
}

/** Whose money is kept as of a day still to come. Reads only, so that nobody waits with a save. */
export const moneyOfLaterDayJob: Job<TodayOrder, { readonly ids: readonly Id[] }> = ({ today }, control) => {
  const opened = control.openBook('read');
  if (!opened.ok) return opened;
  return ok({ ids: moneyOfLaterDay(opened.value.sqlite, today) });
};
