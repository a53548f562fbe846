import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { useTimeZone, useToday } from '../ipc/use-book.ts';

/** What it takes to say a day or a moment: the language, today and the book's zone. */
export interface WindowWords {
  readonly t: TFunction;
  readonly today: CalendarDate;
  readonly timeZone: string;
}

export function useWindowWords(): WindowWords {
  const { t } = useTranslation();
  const today = useToday();
  const timeZone = useTimeZone();
  return useMemo(() => ({ t, today, timeZone }), [t, today, timeZone]);
}
