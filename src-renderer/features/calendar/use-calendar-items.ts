import { useEffect } from 'react';
import type { CalendarItem } from '../../../src-shared/calendar/calendar-item.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { readOptions, useRead } from '../../ipc/use-read.ts';
import { type CalendarView, pagedDay, shownDays } from './shown-days.ts';

const none: readonly CalendarItem[] = [];

/** What is on the days shown. The page before and the one after are read ahead, so that paging shows them at once. */
export function useCalendarItems(view: CalendarView, day: CalendarDate, persons: readonly (Id | 'none')[] | undefined) {
  const input = spanInput(view, day, persons);
  const read = useRead('calendar', 'between', input, { keepShowing: true });
  const isShown = read.isSuccess && !read.isPlaceholderData;
  const personsKey = persons?.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: persons are compared by what they are
  useEffect(() => {
    if (!isShown) return;
    for (const steps of [1, -1]) {
      void queryClient.prefetchQuery(
        readOptions('calendar', 'between', spanInput(view, pagedDay(view, day, steps), persons)),
      );
    }
  }, [isShown, view, day, personsKey]);
  return { items: read.data?.items ?? none, error: read.error };
}

function spanInput(view: CalendarView, day: CalendarDate, persons: readonly (Id | 'none')[] | undefined) {
  return { ...shownDays(view, day), ...(persons ? { persons: [...persons] } : {}) };
}
