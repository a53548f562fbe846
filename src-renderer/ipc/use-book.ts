import { useEffect } from 'react';
import type { BookStatus } from '../../src-shared/book/book-contract.ts';
import { type CalendarDate, fromDayNumber } from '../../src-shared/core/calendar-date.ts';
import { dayOfInstant, instantFromMs } from '../../src-shared/core/instant.ts';
import { queryClient } from './query-client.ts';
import { useRead } from './use-read.ts';

export type OpenBook = Extract<BookStatus, { readonly state: 'open' }>;

/** The open book, or null while it is not known or could not be opened. */
export function useBook(): OpenBook | null {
  const status = useRead('book', 'status', {});
  return status.data?.state === 'open' ? status.data : null;
}

/** Today in the book's zone; the page is not shown before it is known, so the fallback is never seen. */
export function useToday(): CalendarDate {
  return useBook()?.today ?? fromDayNumber(Math.floor(Date.now() / 86_400_000));
}

export function useTimeZone(): string {
  return useBook()?.timeZone ?? 'Asia/Shanghai';
}

const lookMs = 30_000;

/** Rolls the window over at midnight: 今天 and 逾期 are said anew, with nothing to press. */
export function useDayRollover(): void {
  const book = useBook();
  const today = book?.today;
  const timeZone = book?.timeZone;
  useEffect(() => {
    if (!today || !timeZone) return;
    const timer = setInterval(() => {
      if (dayOfInstant(instantFromMs(Date.now()), timeZone) !== today) void queryClient.invalidateQueries();
    }, lookMs);
    return () => clearInterval(timer);
  }, [today, timeZone]);
}
