import type { ReadDb } from '../../../db/open.ts';
import type { BookDay } from '../../../db/queries/customer-filter.ts';
import { dayReaderOf } from '../../../src-shared/core/day-reader.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import { readTimeZone } from './book-settings.ts';

/** The day that a moment is on the book's own calendar, and the zone that says so (domain §0). */
export function bookDay(db: ReadDb, now: Instant): BookDay {
  const timeZone = readTimeZone(db);
  return { today: dayReaderOf(timeZone)(now), timeZone };
}
