import { assertNever } from '../../../src-shared/core/assert-never.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { type Instant, localParts } from '../../../src-shared/core/instant.ts';
import type { Reminder } from '../../../src-shared/reminders/reminder.ts';
import { dueText } from '../../text/day-text.ts';
import { phoneText } from '../../text/number-text.ts';
import type { WindowWords } from '../../text/use-window-words.ts';

/** When: `14:00` today, `明天 09:00`, `03-08 周日` for a day to remember. */
export function reminderWhen(words: WindowWords, reminder: Reminder): string {
  switch (reminder.kind) {
    case 'visit':
      return atText(words, reminder.on, reminder.time);
    case 'occasion':
      return dueText(words, reminder.on).text;
    case 'morning':
      return localParts(reminder.dueAt, words.timeZone).time;
    default:
      return assertNever(reminder);
  }
}

/** What it is about, in one line. */
export function reminderTitle({ t }: WindowWords, reminder: Reminder): string {
  switch (reminder.kind) {
    case 'visit':
      return reminder.customerName;
    case 'occasion': {
      const { contactName, customerName, title, occasion } = reminder;
      const what = title ?? t(`reminders.occasion.${occasion}`);
      return t('reminders.occasionOf', { who: contactName ?? customerName, what });
    }
    case 'morning': {
      const { visits, overdue, occasions } = reminder.counts;
      return [
        visits > 0 ? t('reminders.visitsToday', { count: visits }) : null,
        overdue > 0 ? t('reminders.overdue', { count: overdue }) : null,
        occasions > 0 ? t('reminders.occasions', { count: occasions }) : null,
      ]
        .filter((part) => part !== null)
        .join(' · ');
    }
    default:
      return assertNever(reminder);
  }
}

/** Whom to ask for, where to call, what for; '' when nothing is known. */
export function reminderDetail(reminder: Reminder): string {
  if (reminder.kind === 'morning') return '';
  const { contactName, phone, customerName } = reminder;
  const parts =
    reminder.kind === 'visit'
      ? [contactName, phone && phoneText(phone), reminder.purpose]
      : [contactName && customerName, phone && phoneText(phone)];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

/** The moment something comes again: `14:10` today, else with its day. */
export function comesAtText(words: WindowWords, at: Instant): string {
  const { day, time } = localParts(at, words.timeZone);
  return atText(words, day, time);
}

function atText(words: WindowWords, day: CalendarDate, time: string): string {
  return day === words.today ? time : `${dueText(words, day).text} ${time}`;
}
