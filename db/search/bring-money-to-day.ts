import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { AppDb } from '../connection.ts';
import { writeDerived } from '../journal.ts';
import { valuesOf } from '../prepared.ts';
import { datesBook } from './dates-book.ts';
import { refreshMoney } from './refresh-money.ts';

const changesToday = 'SELECT customer_id FROM customer_list WHERE money_changes_on <= ?';

/**
 * Brings what is owed to the book's day `now`: of those for whom something begins or ends by itself, a handful. Gives how
 * many there were; a book that is only read is left as it is.
 */
export function bringMoneyToDay(book: AppDb, now: Instant): number {
  const ids = valuesOf<string>(book.sqlite, changesToday).all(datesBook(book.sqlite).dayOf(now));
  if (ids.length === 0 || book.isReadOnly) return 0;
  writeDerived(book, (sqlite) => refreshMoney(sqlite, ids, datesBook(sqlite).dayOf(now)));
  return ids.length;
}

/** Brings what these owe to a day, an earlier one too; a book that is only read is left as it is. */
export function writeMoneyOfDay(book: AppDb, ids: readonly Id[], today: CalendarDate): void {
  if (ids.length === 0 || book.isReadOnly) return;
  writeDerived(book, (sqlite) => refreshMoney(sqlite, ids, today));
}
