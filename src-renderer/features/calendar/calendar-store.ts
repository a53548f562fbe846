import { z } from 'zod';
import { create } from 'zustand';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { readLayout, saveLayout } from '../../state/saved-layout.ts';
import {
  type CalendarLook,
  calendarLookSchema,
  firstLook,
  type OptionalLayer,
  type PersonChoice,
  personChoiceSchema,
} from './calendar-look.ts';
import { type CalendarView, calendarViews, pagedDay } from './shown-days.ts';

interface CalendarState {
  readonly view: CalendarView;
  /** The day one stands on; null: today, also tomorrow when the window stays open. */
  readonly day: CalendarDate | null;
  readonly look: CalendarLook;
  /** The day whose entries lie open over the calendar. */
  readonly openDay: CalendarDate | null;
  /** Null: by role until chosen. */
  readonly persons: PersonChoice | null;
}

const viewKey = 'calendar.view';
const lookKey = 'calendar.look';
const personsKey = 'calendar.persons';

/** How it was left the last time; the day is today's again. The page is loaded after the layout is. */
export const useCalendarStore = create<CalendarState>(() => ({
  view: readLayout(viewKey, z.enum(calendarViews)) ?? 'month',
  day: null,
  openDay: null,
  look: readLayout(lookKey, calendarLookSchema) ?? firstLook,
  persons: readLayout(personsKey, personChoiceSchema),
}));

export function showView(view: CalendarView): void {
  useCalendarStore.setState({ view, openDay: null });
  saveLayout(viewKey, view);
}

export function standOn(day: CalendarDate | null): void {
  useCalendarStore.setState({ day, openDay: null });
}

/** Opens all of a day over the calendar; null closes it. */
export function showDay(openDay: CalendarDate | null): void {
  useCalendarStore.setState({ openDay });
}

/** One page forward (1) or back (-1). */
export function page(steps: number, today: CalendarDate): void {
  const { view, day } = useCalendarStore.getState();
  standOn(pagedDay(view, day ?? today, steps));
}

export function choosePersons(persons: PersonChoice): void {
  useCalendarStore.setState({ persons });
  saveLayout(personsKey, persons === 'all' || persons === 'mine' ? persons : [...persons]);
}

export function changeLook(changes: Partial<CalendarLook>): void {
  const look = { ...useCalendarStore.getState().look, ...changes };
  useCalendarStore.setState({ look });
  saveLayout(lookKey, { ...look, hidden: [...look.hidden] });
}

export function toggleLayer(layer: OptionalLayer): void {
  const { hidden } = useCalendarStore.getState().look;
  changeLook({ hidden: hidden.includes(layer) ? hidden.filter((other) => other !== layer) : [...hidden, layer] });
}
