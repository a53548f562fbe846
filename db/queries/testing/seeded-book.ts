import { addDays, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { AppDb } from '../../connection.ts';
import { seedBook, seedStart } from '../../seed/seed-book.ts';
import { seedMoney } from '../../seed/write-money.ts';
import { dayOf, openTestBook } from '../../testing/open-test-book.ts';
import type { BookDay } from '../customer-filter.ts';

export const seededToday: CalendarDate = dayOf('2026-03-05');
export const seededDay: BookDay = { today: seededToday, timeZone: 'Asia/Shanghai' };
export const daysAgo = (days: number): CalendarDate => addDays(seededToday, -days);

/** A book in memory like one of a real firm: repeated names, shared phones, blanks, some customers in the bin. */
export function seededBook(customers: number): AppDb {
  const { book, ownerId, tierIds } = openTestBook({ now: seedStart(seededToday) });
  seedBook(book, { customers, seed: 7, today: seededToday, ownerId, tierIds: Object.values(tierIds) });
  return book;
}

/** As seededBook, its customers with orders, debts and payments. */
export function seededBookWithMoney(customers: number, receivables: number): AppDb {
  const book = seededBook(customers);
  const ownerId = book.sqlite.prepare<[], string>("SELECT id FROM users WHERE role = 'owner'").pluck().get();
  if (ownerId === undefined) throw new Error('a seeded book has an owner');
  seedMoney(book, { seed: 7, today: seededToday, ownerId, receivables });
  return book;
}
