import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { addDays, type CalendarDate, parseCalendarDate, weekdayOf } from '../../../src-shared/core/calendar-date.ts';
import { comboOf } from '../../state/shortcuts.ts';
import type { DayMarks } from './day-marks.ts';
import { type CalendarView, pagedDay } from './shown-days.ts';

interface Settings {
  readonly view: CalendarView;
  readonly day: CalendarDate;
  readonly marks: DayMarks;
  readonly onStand: (day: CalendarDate) => void;
  readonly onPlan: (day: CalendarDate) => void;
  /** By the id of its entry in the calendar. */
  readonly onOpen: (entryId: string) => void;
  readonly onMove: (entryId: string) => void;
  readonly onToggle: (entryId: string) => void;
  /** All of a day that its cell has no room for; null: closed again. */
  readonly onOpenDay: (day: CalendarDate | null) => void;
}

/**
 * The calendar without a mouse. It is one stop of the Tab key: arrows go from day to day, Enter into the day's entries
 * (or plans, when it has none), there ↑ ↓ go on, Enter opens, F2 moves, Space ticks, Esc goes back to the day. Enter on
 * 还有 n 项 opens all of the day, with the same keys.
 */
export function useCalendarKeys(settings: Settings) {
  const { view, day } = settings;
  const frame = useRef<HTMLDivElement>(null);
  const [isInside, setInside] = useState(false);
  const wanted = useRef<CalendarDate | null>(null);

  const focusDay = (on: CalendarDate): boolean => {
    const cell = frame.current?.querySelector<HTMLElement>(`[data-date="${on}"]`);
    if (!cell) return false;
    const entries = chipsIn(frame.current, on).length;
    cell.tabIndex = -1;
    cell.setAttribute('aria-label', `${settings.marks.of(on).spoken} (${entries})`);
    cell.focus();
    return document.activeElement === cell;
  };
  const latestFocus = useRef(focusDay);
  latestFocus.current = focusDay;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day or view has drawn other cells
  useEffect(() => {
    const on = wanted.current;
    if (on === null) return;
    wanted.current = null;
    const timer = setTimeout(() => latestFocus.current(on));
    return () => clearTimeout(timer);
  }, [view, day]);

  const goTo = (on: CalendarDate) => {
    if (focusDay(on) && view === 'month') return settings.onStand(on);
    wanted.current = on;
    settings.onStand(on);
  };

  const onDayKey = (combo: string, on: CalendarDate): boolean => {
    const target = dayByKey(combo, view, on);
    if (target) goTo(target);
    else if (combo === 'enter') {
      const [first] = chipsIn(frame.current, on);
      if (first) first.focus();
      else settings.onPlan(on);
    } else return false;
    return true;
  };

  const onChipKey = (combo: string, chip: HTMLElement): boolean => {
    const id = chip.dataset.chip ?? '';
    const on = dayOf(chip);
    const panel = chip.closest<HTMLElement>('[data-panel]');
    const more = parseCalendarDate(chip.dataset.more ?? '');
    if (more && (combo === 'enter' || combo === 'space')) settings.onOpenDay(more);
    else if (panel && combo === 'escape') {
      settings.onOpenDay(null);
      if (on) focusDay(on);
    } else if (combo === 'enter') settings.onOpen(id);
    else if (combo === 'f2') settings.onMove(id);
    else if (combo === 'space') settings.onToggle(id);
    else if (combo === 'arrowdown' || combo === 'arrowup') {
      const all = panel || view === 'agenda' || !on ? allChips(panel ?? frame.current) : chipsIn(frame.current, on);
      all[all.indexOf(chip) + (combo === 'arrowdown' ? 1 : -1)]?.focus();
    } else if (!on || panel) return false;
    else if (combo === 'escape') focusDay(on);
    else if (combo === 'arrowleft' || combo === 'arrowright') return onDayKey(combo, on);
    else return false;
    return true;
  };

  return {
    ref: frame,
    tabIndex: isInside ? -1 : 0,
    onFocus: (event: FocusEvent<HTMLDivElement>) => {
      setInside(true);
      if (event.target !== frame.current) return;
      if (!focusDay(day)) allChips(frame.current)[0]?.focus();
    },
    onBlur: (event: FocusEvent<HTMLDivElement>) => {
      if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
        setInside(false);
    },
    onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
      if (!(event.target instanceof HTMLElement)) return;
      const chip = event.target.closest<HTMLElement>('[data-chip]');
      const on = event.target.dataset.date ? parseCalendarDate(event.target.dataset.date) : null;
      const isTaken = chip ? onChipKey(comboOf(event), chip) : on !== null && onDayKey(comboOf(event), on);
      if (!isTaken) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

function dayByKey(combo: string, view: CalendarView, on: CalendarDate): CalendarDate | null {
  switch (combo) {
    case 'arrowleft':
      return addDays(on, -1);
    case 'arrowright':
      return addDays(on, 1);
    case 'arrowup':
      return view === 'month' ? addDays(on, -7) : null;
    case 'arrowdown':
      return view === 'month' ? addDays(on, 7) : null;
    case 'home':
      return addDays(on, 1 - weekdayOf(on));
    case 'end':
      return addDays(on, 7 - weekdayOf(on));
    case 'pageup':
      return pagedDay(view, on, -1);
    case 'pagedown':
      return pagedDay(view, on, 1);
    default:
      return null;
  }
}

function chipsIn(frame: HTMLElement | null, on: CalendarDate): readonly HTMLElement[] {
  return [...(frame?.querySelectorAll<HTMLElement>(`[data-date="${on}"] [data-chip]`) ?? [])];
}

function allChips(frame: HTMLElement | null): readonly HTMLElement[] {
  return [...(frame?.querySelectorAll<HTMLElement>('[data-chip]') ?? [])];
}

function dayOf(chip: HTMLElement): CalendarDate | null {
  const { date, panel } = chip.closest<HTMLElement>('[data-date], [data-panel]')?.dataset ?? {};
  return parseCalendarDate(date ?? panel ?? '');
}
