import type { CalendarOptions, EventApi, EventInput, EventReceiveInfo } from '@fullcalendar/react';
import { useEffect, useMemo, useRef } from 'react';
import { chipOf } from './calendar-chips.ts';
import { placeOf } from './calendar-place.ts';
import type { CalendarActions } from './visit-calendar.tsx';

/** What was dropped in stands where it fell until the plan that came of it is read. */
export function useReceived(
  events: readonly EventInput[],
  actions: Pick<CalendarActions, 'onDrop'>,
): Pick<CalendarOptions, 'eventReceive'> {
  const latest = useRef(actions);
  latest.current = actions;
  const waiting = useRef<EventApi[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new events are the news that is waited for
  useEffect(() => {
    for (const event of waiting.current) event.remove();
    waiting.current = [];
  }, [events]);
  return useMemo(
    () => ({
      eventReceive: ({ event, revert }: EventReceiveInfo) => {
        const chip = chipOf(event);
        if (chip?.kind !== 'dropped' || !event.start) return revert();
        const to = placeOf(event.start, event.allDay);
        waiting.current.push(event);
        void latest.current.onDrop(chip.dropped, to).then((isDone) => {
          if (isDone || !waiting.current.includes(event)) return;
          waiting.current = waiting.current.filter((other) => other !== event);
          revert();
        });
      },
    }),
    [],
  );
}
