import type { AnniversaryKind } from '../anniversaries/anniversary.ts';
import { addDays, type CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { type Instant, instantAt, instantFromMs, instantToMs } from '../core/instant.ts';
import type { MorningCounts, Reminder } from './reminder.ts';
import type { ReminderPreferences } from './reminder-preferences.ts';

/** An open plan that has a time. */
export interface TimedPlan {
  readonly id: Id;
  readonly customerId: Id;
  readonly customerName: string;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly personId: Id | null;
  readonly plannedOn: CalendarDate;
  /** HH:MM */
  readonly plannedTime: string;
  readonly purpose: string | null;
  readonly updatedAt: Instant;
}

/** One coming of a day that somebody entered. */
export interface ComingOccasion {
  readonly id: Id;
  readonly customerId: Id;
  readonly customerName: string;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly kind: AnniversaryKind;
  readonly title: string | null;
  readonly on: CalendarDate;
}

/** What of the book the rules look at. */
export interface ReminderMaterial {
  readonly plans: readonly TimedPlan[];
  readonly occasions: readonly ComingOccasion[];
  readonly counts: MorningCounts;
}

export interface ReminderDay {
  readonly today: CalendarDate;
  readonly timeZone: string;
  readonly isWorkday: (day: CalendarDate) => boolean;
}

/** Plans of these many days back are still caught up with; older ones are in the list of overdue visits. */
const caughtUpDays = 7;
/** Days to remember are announced so many days ahead (domain §6). */
const occasionDaysAhead = 3;

/** The days whose plans the rules want: midnight may lie between a plan and its reminder. */
export function planSpan(today: CalendarDate) {
  return { from: addDays(today, -caughtUpDays), to: addDays(today, 1) };
}

/** Yesterday too: one that was put off to the next morning still comes then. */
export function occasionSpan(today: CalendarDate) {
  return { from: addDays(today, -1), to: addDays(today, occasionDaysAhead) };
}

/** Every reminder that the material makes, whether its moment has come or not; by moment, then key. */
export function remindersOf(
  { plans, occasions, counts }: ReminderMaterial,
  preferences: ReminderPreferences,
  { today, timeZone, isWorkday }: ReminderDay,
): readonly Reminder[] {
  if (!preferences.isOn) return [];
  const { morning, leadMinutes, hasOccasions } = preferences;
  const ofMorning = (on: CalendarDate) => instantAt(on, morning.time, timeZone);
  const reminders: Reminder[] = plans.flatMap((plan) => visitReminder(plan, leadMinutes, timeZone));
  if (hasOccasions) {
    for (const { id, kind, ...occasion } of occasions) {
      const dueAt = ofMorning(addDays(occasion.on, -occasionDaysAhead));
      reminders.push({ ...occasion, kind: 'occasion', occasion: kind, key: `occasion:${id}:${occasion.on}`, dueAt });
    }
  }
  if (morning.isOn && (morning.days === 'every_day' || isWorkday(today))) {
    reminders.push({ kind: 'morning', key: `morning:${today}`, dueAt: ofMorning(today), on: today, counts });
  }
  return reminders.sort((a, b) => (a.dueAt === b.dueAt ? order(a.key, b.key) : order(a.dueAt, b.dueAt)));
}

/**
 * None for a plan that was changed after its time had come: whoever did that knows of it. One that was made within the
 * lead is due at once.
 */
function visitReminder(plan: TimedPlan, leadMinutes: number, timeZone: string): readonly Reminder[] {
  const { id, plannedOn: on, plannedTime: time, updatedAt, ...of } = plan;
  const at = instantAt(on, time, timeZone);
  if (updatedAt >= at) return [];
  const ahead = instantFromMs(instantToMs(at) - leadMinutes * 60_000);
  const dueAt = updatedAt > ahead ? updatedAt : ahead;
  return [{ ...of, kind: 'visit', key: `visit:${id}:${on}T${time}`, planId: id, on, time, at, dueAt }];
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
