import type { CalendarOptions } from '@fullcalendar/react';
import { useMemo, useRef, useState } from 'react';

type DragNews = Pick<CalendarOptions, 'eventDragStart' | 'eventDragStop' | 'eventResizeStart' | 'eventResizeStop'>;

/**
 * While something hangs on the mouse the calendar stands still: what changed meanwhile is drawn when it is let go, so
 * that nothing is pulled out of the hand, and a place that it may not have is refused in words.
 */
export function useHeldWhileDragging<T>(shown: T): readonly [held: T, news: DragNews] {
  const [isDragging, setDragging] = useState(false);
  const held = useRef(shown);
  if (!isDragging) held.current = shown;
  const news = useMemo((): DragNews => {
    const start = () => setDragging(true);
    const stop = () => setDragging(false);
    return { eventDragStart: start, eventDragStop: stop, eventResizeStart: start, eventResizeStop: stop };
  }, []);
  return [held.current, news];
}
