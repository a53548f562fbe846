import type { CalendarDate } from '../core/calendar-date.ts';
import { dayOfInstant, type Instant, instantToMs } from '../core/instant.ts';
import { afterQuiet, isQuiet } from './quiet-hours.ts';
import type { Reminder } from './reminder.ts';
import type { Remembered, ReminderMemory } from './reminder-memory.ts';
import type { QuietHours } from './reminder-preferences.ts';

export interface ReminderScene {
  readonly now: Instant;
  readonly today: CalendarDate;
  readonly timeZone: string;
  readonly quiet: QuietHours;
  /** The user wants none before this moment. */
  readonly pausedUntil: Instant | null;
}

export interface SortedReminders {
  /** To be shown now, by moment. `isLate`: its moment passed while the app was closed or the PC asleep. */
  readonly toShow: readonly { readonly reminder: Reminder; readonly isLate: boolean }[];
  /** Due, and nothing to say: to be counted as shown without a word, or it would come later in the day. */
  readonly empty: readonly string[];
  /** Shown, and not settled since. */
  readonly open: readonly { readonly reminder: Reminder; readonly isLate: boolean; readonly isSeen: boolean }[];
  /** Put off, by the moment they come again. */
  readonly snoozed: readonly { readonly reminder: Reminder; readonly until: Instant }[];
  /** Still to come today, with the moment they will be shown. */
  readonly upcoming: readonly { readonly reminder: Reminder; readonly comesAt: Instant }[];
}

/** A look at the clock every minute may come late by one, and by a little more on a busy PC. */
const punctualMs = 3 * 60_000;

/**
 * What becomes of each reminder now. None is shown twice, none in quiet hours or a pause: what falls into those is due at
 * their end, all together. What the book no longer makes (done, cancelled, moved away) is not among `reminders`.
 */
export function sortOutReminders(
  reminders: readonly Reminder[],
  memory: ReminderMemory,
  scene: ReminderScene,
): SortedReminders {
  const sorted: { readonly [K in keyof SortedReminders]: SortedReminders[K][number][] } = {
    toShow: [],
    empty: [],
    open: [],
    snoozed: [],
    upcoming: [],
  };
  for (const reminder of reminders) {
    const known = memory[reminder.key];
    if (isOver(reminder, known, scene.today)) continue;
    const comesAt = afterSilence(known?.snoozedUntil ?? reminder.dueAt, scene);
    const isPending = !known || known.snoozedUntil !== null;
    if (!isPending) {
      if (!known.isDismissed && !isEmpty(reminder))
        sorted.open.push({ reminder, isLate: known.isLate, isSeen: known.isSeen });
    } else if (comesAt > scene.now || isQuiet(scene.now, scene.quiet, scene.timeZone)) {
      if (known?.snoozedUntil) sorted.snoozed.push({ reminder, until: known.snoozedUntil });
      else if (dayOfInstant(comesAt, scene.timeZone) === scene.today) sorted.upcoming.push({ reminder, comesAt });
    } else if (isEmpty(reminder)) sorted.empty.push(reminder.key);
    else sorted.toShow.push({ reminder, isLate: instantToMs(scene.now) - instantToMs(comesAt) > punctualMs });
  }
  sorted.snoozed.sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
  return sorted;
}

/** A day to remember that has passed is not announced any more, unless the user asked for it again. */
function isOver(reminder: Reminder, known: Remembered | undefined, today: CalendarDate): boolean {
  return reminder.kind === 'occasion' && reminder.on < today && !known?.snoozedUntil;
}

function isEmpty(reminder: Reminder): boolean {
  if (reminder.kind !== 'morning') return false;
  const { visits, overdue, occasions } = reminder.counts;
  return visits + overdue + occasions === 0;
}

function afterSilence(moment: Instant, { pausedUntil, quiet, timeZone }: ReminderScene): Instant {
  const resumed = pausedUntil !== null && pausedUntil > moment ? pausedUntil : moment;
  return afterQuiet(resumed, quiet, timeZone);
}
