import type { Id } from '../../src-shared/core/id.ts';
import { fen } from '../../src-shared/core/money.ts';
import type { CustomerListQuery } from '../../src-shared/customers/customer-list.ts';
import type { CustomerMoneyTotals } from '../../src-shared/customers/customers-contract.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';
import { docsOfView } from './customer-docs.ts';
import type { BookDay } from './customer-filter.ts';
import { compileView } from './customer-view.ts';

export interface MoneyTotalsOrder {
  readonly view: CustomerListQuery;
  readonly day: BookDay;
  /** Of customers who are this person's or nobody's; null: of all. */
  readonly ownerId: Id | null;
}

const sums = `coalesce(sum(l.owed_fen), 0) AS owed, coalesce(sum(l.prepaid_fen), 0) AS prepaid,
  coalesce(sum(CASE WHEN l.oldest_due_on < @today THEN (
    SELECT sum(open_fen) FROM open_receivables AS o WHERE o.customer_id = l.customer_id AND o.due_on < @today) END), 0) AS overdue`;
const isSeen = '(@ownerId IS NULL OR l.owner_id IS NULL OR l.owner_id = @ownerId)';
const ofAll = `SELECT ${sums} FROM customer_list AS l NOT INDEXED WHERE l.is_live = 1 AND ${isSeen}`;
const ofThese = `SELECT ${sums} FROM json_each(@docs) AS wanted CROSS JOIN customer_list AS l ON l.doc = wanted.value
  WHERE ${isSeen}`;

/** What a view adds up to. It reads every customer of the view: of many, in a thread of its own. */
export function customerMoneyTotals(db: ReadDb, { view, day, ownerId }: MoneyTotalsOrder): CustomerMoneyTotals {
  const compiled = compileView(view, day);
  const isEverybody = compiled.filter.isOpen && !compiled.search;
  const asked = { today: day.today, ownerId };
  const found = isEverybody
    ? rowsOf<Sums>(db.sqlite, ofAll).get(asked)
    : rowsOf<Sums>(db.sqlite, ofThese).get({ ...asked, docs: JSON.stringify(docsOfView(db, compiled)) });
  if (!found) throw new Error('a sum without a row');
  return { owedFen: fen(found.owed), overdueFen: fen(found.overdue), prepaidFen: fen(found.prepaid) };
}

interface Sums {
  readonly owed: number;
  readonly overdue: number;
  readonly prepaid: number;
}
