import { type RefObject, useEffect } from 'react';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { CalendarView } from './shown-days.ts';
import styles from './visit-calendar.module.css';

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
      const entries = [...(frame.current?.querySelectorAll<HTMLElement>('[data-on]') ?? [])];
      const wanted = entries.find((entry) => (entry.dataset.on ?? '') >= day)?.closest(`.${styles.listDay}`);
      const scroller = wanted && scrollerOf(wanted, frame.current);
      if (!scroller) return;
      scroller.scrollTop += wanted.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    });
    return () => clearTimeout(timer);
  }, [frame, view, day, isRead]);
}

function scrollerOf(element: Element, frame: HTMLElement | null): HTMLElement | null {
  let holder = element.parentElement;
  while (holder && holder !== frame) {
    if (holder.scrollHeight > holder.clientHeight && getComputedStyle(holder).overflowY !== 'visible') return holder;
    holder = holder.parentElement;
  }
  return null;
}
