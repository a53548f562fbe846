import { type RefObject, useEffect } from 'react';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { CalendarView } from './shown-days.ts';

/** An agenda begins with the month; who looks at it wants the day one stands on, once its entries are read. */
export function useScrolledTo(
  frame: RefObject<HTMLElement | null>,
  view: CalendarView,
  day: CalendarDate,
  isRead: boolean,
): void {
  useEffect(() => {
    if (view !== 'agenda' || !isRead) return;
    const timer = setTimeout(() => {
      const days = [...(frame.current?.querySelectorAll<HTMLElement>('[data-date]') ?? [])];
      const wanted = days.find((each) => (each.dataset.date ?? '') >= day);
      const scroller = wanted && scrollerOf(wanted, frame.current);
      if (!scroller) return;
      scroller.scrollTop += wanted.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    });
    return () => clearTimeout(timer);
  }, [frame, view, day, isRead]);
}

function scrollerOf(element: HTMLElement, frame: HTMLElement | null): HTMLElement | null {
  let holder = element.parentElement;
  while (holder && holder !== frame) {
    if (holder.scrollHeight > holder.clientHeight && getComputedStyle(holder).overflowY !== 'visible') return holder;
    holder = holder.parentElement;
  }
  return null;
}
