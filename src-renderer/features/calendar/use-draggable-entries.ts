import { Draggable } from '@fullcalendar/react/interaction';
import { type RefObject, useEffect } from 'react';
import { droppableSelector, droppedEvent } from './calendar-chips.ts';

/** Lets the calendar take what an element holds and marks with droppableCustomer or droppableEntry. */
export function useDraggableEntries(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const holder = element.current;
    if (!holder) return;
    const draggable = new Draggable(holder, { itemSelector: droppableSelector, eventData: droppedEvent });
    return () => draggable.destroy();
  }, [element]);
}
