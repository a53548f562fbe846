import { type ReactNode, useRef } from 'react';
import { useDraggableEntries } from './use-draggable-entries.ts';
import styles from './visit-calendar.module.css';

/** A list beside the calendar whose marked rows can be dragged onto it. */
export function DraggableEntries({ children }: { readonly children: ReactNode }) {
  const holder = useRef<HTMLDivElement>(null);
  useDraggableEntries(holder);
  return (
    <div ref={holder} className={styles.holder}>
      {children}
    </div>
  );
}
