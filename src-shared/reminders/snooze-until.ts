import { assertNever } from '../core/assert-never.ts';
import { addDays } from '../core/calendar-date.ts';
import { type Instant, instantAt, instantFromMs, instantToMs, localParts } from '../core/instant.ts';

export const snoozeChoices = ['ten_minutes', 'hour', 'tomorrow_morning'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

const minuteMs = 60_000;

/** When something put off comes again. Tomorrow morning is the time of the morning summary, in the book's zone. */
export function snoozeUntil(choice: SnoozeChoice, now: Instant, morningTime: string, timeZone: string): Instant {
  switch (choice) {
    case 'ten_minutes':
      return instantFromMs(instantToMs(now) + 10 * minuteMs);
    case 'hour':
      return instantFromMs(instantToMs(now) + 60 * minuteMs);
    case 'tomorrow_morning':
      return instantAt(addDays(localParts(now, timeZone).day, 1), morningTime, timeZone);
    default:
      return assertNever(choice);
  }
}
