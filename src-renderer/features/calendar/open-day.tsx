import type { RefObject } from 'react';
import { useToday } from '../../ipc/use-book.ts';
import { showDay, useCalendarStore } from './calendar-store.ts';
import type { DayMarks } from './day-marks.ts';
import { DayPanel } from './day-panel.tsx';
import type { DayEntries } from './fitted-days.ts';
import type { CalendarActions } from './visit-calendar.tsx';

interface Props extends Pick<CalendarActions, 'onOpen' | 'onTick'> {
  readonly byDay: DayEntries;
  readonly marks: DayMarks;
  readonly frame: RefObject<HTMLElement | null>;
}

/** The day that was opened from 还有 n 项, over the calendar; it closes by itself when nothing is left on it. */
export function OpenDay({ byDay, marks, ...rest }: Props) {
  const on = useCalendarStore((state) => state.openDay);
  const today = useToday();
  const entries = on === null ? undefined : byDay.get(on);
  if (on === null || !entries) return null;
  return (
    <DayPanel
      key={on}
      on={on}
      entries={entries}
      mark={marks.of(on)}
      isToday={on === today}
      onClose={closeDay}
      {...rest}
    />
  );
}

const closeDay = () => showDay(null);
