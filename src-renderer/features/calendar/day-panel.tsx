import type { EventInput } from '@fullcalendar/react';
import { X } from 'lucide-react';
import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { weekdayOf } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Chip, chipOf, droppableEntry } from './calendar-chips.ts';
import type { DayMark } from './day-marks.ts';
import styles from './day-panel.module.css';
import { DayTop } from './day-top.tsx';
import { useDraggableEntries } from './use-draggable-entries.ts';
import { VisitChip } from './visit-chip.tsx';

interface Props {
  readonly on: CalendarDate;
  readonly entries: readonly EventInput[];
  readonly mark: DayMark;
  readonly isToday: boolean;
  /** The calendar it lies over; the day's cell is looked up in it. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly onOpen: (chip: Chip) => void;
  readonly onTick: (customerId: Id, isTicked: boolean) => void;
  readonly onClose: () => void;
}

/** Everything of a day that has more than its cell can show; each entry can be dragged out of it. */
export function DayPanel({ on, entries, mark, isToday, frame, onOpen, onTick, onClose }: Props) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' });
  useDraggableEntries(list);
  useHiddenWhileDragging(list, panel);
  const [firstCount] = useState(entries.length);
  useLayoutEffect(() => setPlace(placeBeside(frame.current, on, firstCount)), [frame, on, firstCount]);
  useEffect(() => {
    if (place.visibility !== 'hidden') list.current?.querySelector<HTMLElement>('[data-chip]')?.focus();
  }, [place]);
  useEffect(() => {
    const press = ({ target }: PointerEvent) => {
      // What it opened lies over it and is not outside.
      if (target instanceof Element && target.closest('[role="dialog"]') === null) onClose();
    };
    // A drag out of it leaves the focus nowhere; inside, Esc goes back to the day (use-calendar-keys.ts).
    const leave = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && document.activeElement === document.body) onClose();
    };
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('keydown', leave);
    };
  }, [onClose]);
  return (
    <section ref={panel} role="dialog" aria-label={mark.spoken} className={styles.panel} style={place} data-panel={on}>
      <header className={styles.head}>
        <DayTop day={on} weekday={t(`weekday.${weekdayOf(on)}`)} mark={mark} isToday={isToday} isOther={false} />
        <span className={styles.count}>{t('calendar.entries', { count: entries.length })}</span>
        <button type="button" className={styles.close} aria-label={t('action.close')} onClick={onClose}>
          <X size={14} strokeWidth={1.75} aria-hidden />
        </button>
      </header>
      <ul className={styles.list} ref={list}>
        {entries.map((event) => {
          const chip = chipOf({ extendedProps: event });
          if (!chip || typeof event.id !== 'string') return null;
          return (
            <li key={event.id}>
              {/* biome-ignore lint/a11y/useSemanticElements: it holds a checkbox, which a button may not */}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the calendar around it */}
              <div
                role="button"
                tabIndex={-1}
                className={styles.entry}
                data-chip={event.id}
                {...(event.startEditable === true ? droppableEntry(event.id, event.title ?? '') : {})}
                onClick={() => onOpen(chip)}
              >
                <VisitChip chip={chip} place="month" onTick={onTick} />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const width = 300;
const gap = 8;
const head = 46;
const line = 22;

/** Over the day's cell, moved up as far as its entries need. */
function placeBeside(frame: HTMLElement | null, on: CalendarDate, entries: number): CSSProperties {
  const cell = frame?.querySelector(`[data-date="${on}"]`);
  if (!frame || !cell) return { top: gap, left: gap, width, maxHeight: `calc(100% - ${gap * 2}px)` };
  const within = frame.getBoundingClientRect();
  const day = cell.getBoundingClientRect();
  const left = Math.max(gap, Math.min(day.left - within.left - 4, within.width - width - gap));
  const lowest = within.height - head - entries * line - gap;
  const top = Math.max(gap, Math.min(day.top - within.top, lowest));
  return { left, width, top, maxHeight: within.height - top - gap };
}

/** The days under it must be free to drop on. */
function useHiddenWhileDragging(list: RefObject<HTMLElement | null>, panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const holder = list.current;
    if (!holder) return;
    const follow = (down: PointerEvent) => {
      if (!(down.target instanceof Element) || !down.target.closest('[data-drop-entry]')) return;
      const move = ({ clientX, clientY }: PointerEvent) => {
        if (Math.hypot(clientX - down.clientX, clientY - down.clientY) < 6) return;
        if (panel.current) panel.current.dataset.dragging = '';
      };
      const up = () => {
        document.removeEventListener('pointermove', move);
        if (panel.current) delete panel.current.dataset.dragging;
      };
      document.addEventListener('pointermove', move);
      document.addEventListener('pointerup', up, { once: true });
      document.addEventListener('pointercancel', up, { once: true });
    };
    holder.addEventListener('pointerdown', follow);
    return () => holder.removeEventListener('pointerdown', follow);
  }, [list, panel]);
}
