import type { ReadDb } from '../../../db/open.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { dayOfInstant, type Instant } from '../../../src-shared/core/instant.ts';
import { readBookSettings } from './book-settings.ts';

/** The day that a moment is, on the book's own calendar (domain §0). */
export function bookDay(db: ReadDb, now: Instant): CalendarDate {
  return dayOfInstant(now, readBookSettings(db).timeZone);
}
