import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { type CustomerWaitingCounts, quietSpans } from '../../src-shared/customers/customer-list.ts';
import type { MoneyReader } from '../../src-shared/customers/money-reach.ts';
import type { ReadDb } from '../connection.ts';
import { valuesOf } from '../prepared.ts';
import { type BookDay, quietBefore } from './customer-filter.ts';
import { countWarned } from './warned-customers.ts';

const quietBetween = 'SELECT count(*) FROM customer_list WHERE is_live = 1 AND quiet_since >= ? AND quiet_since < ?';

// One by one: of two lists put together SQLite would copy every row before it counted it.
const plannedBefore = 'SELECT count(*) FROM customer_list WHERE is_live = 1 AND next_visit_on < ?';
const dueBefore = `SELECT count(*) FROM customer_list INDEXED BY customer_list_due_on
  WHERE is_live = 1 AND due_on < ? AND next_visit_on IS NULL`;

function countOverdue(db: ReadDb, today: CalendarDate): number {
  return [plannedBefore, dueBefore].reduce((sum, sql) => sum + (valuesOf<number>(db.sqlite, sql).get(today) ?? 0), 0);
}

const owing = `SELECT count(*) FROM customer_list INDEXED BY customer_list_oldest_due
  WHERE is_live = 1 AND oldest_due_on < ?`;
const owingOf = `${owing} AND (owner_id = ? OR owner_id IS NULL)`;
/** After every day: all who owe. */
const ever = '9999-99-99';

/** `ownerId`: only that person's customers and nobody's. */
function countOwing(db: ReadDb, before: string, ownerId: Id | undefined): number {
  const count = ownerId === undefined ? valuesOf<number>(db.sqlite, owing).get(before) : undefined;
  return count ?? valuesOf<number>(db.sqlite, owingOf).get(before, ownerId ?? null) ?? 0;
}

/** As the tab shows them: of whom money may be read only with his own and nobody's (see viewWithinMoneyReach). */
function countWarnedWithin(db: ReadDb, reader: MoneyReader): number {
  const ownerId = reader.reach === 'own' ? reader.userId : null;
  return countWarned(db, { ownerId, reader });
}

/**
 * Who waits to be met: visits overdue, and nobody spoke with them for so many days; and who owes. Exact, counted along
 * three indexes.
 */
export function waitingCounts(db: ReadDb, day: BookDay, reader: MoneyReader): CustomerWaitingCounts {
  const moneyOf = reader.reach === 'own' ? reader.userId : undefined;
  const quiet = { 7: 0, 15: 0, 30: 0, 90: 0, 180: 0 };
  let from = '';
  let longer = 0;
  // The longest quiet are among the shorter ones too: each entry of the index is counted once.
  for (const days of [...quietSpans].reverse()) {
    const before = quietBefore(days, day);
    longer += valuesOf<number>(db.sqlite, quietBetween).get(from, before) ?? 0;
    quiet[days] = longer;
    from = before;
  }
  return {
    visitOverdue: countOverdue(db, day.today),
    quiet,
    owes: reader.reach === null ? 0 : countOwing(db, ever, moneyOf),
    overdueMoney: reader.reach === null ? 0 : countOwing(db, day.today, moneyOf),
    warned: countWarnedWithin(db, reader),
  };
}
