import type { Id } from '../../src-shared/core/id.ts';
import type { CustomerListQuery, CustomerTabCounts } from '../../src-shared/customers/customer-list.ts';
import { rankerFor } from '../../src-shared/search/rank.ts';
import type { SearchQuery } from '../../src-shared/search/search-query.ts';
import type { ReadDb } from '../connection.ts';
import { valuesOf } from '../prepared.ts';
import type { BookDay, Condition, CustomerFilter } from './customer-filter.ts';
import {
  compileView,
  countUpTo,
  facetSource,
  filterLimit,
  gatherLimit,
  rowCondition,
  searchAccess,
  selectBy,
  shortFilterAccess,
} from './customer-view.ts';
import { facetCounts } from './facet-counts.ts';

/** Where a count stops unless it must be exact: shown as 1000+. */
export const countCap = 1_001;

export interface CustomerCount {
  readonly count: number;
  /** There are more. */
  readonly isCapped: boolean;
}

/** How many customers a view has. `cap` null: to the last one, however long that takes. */
export function countCustomers(
  db: ReadDb,
  query: CustomerListQuery,
  day: BookDay,
  cap: number | null = countCap,
): CustomerCount {
  const { filter, search } = compileView(query, day);
  if (filter.isOpen && !search) return { count: countLive(db), isCapped: false };
  const limit = cap ?? -1;
  const count = search ? countHits(db, search, filter, limit) : countFiltered(db, filter, limit);
  return { count, isCapped: cap !== null && count >= cap };
}

function countLive(db: ReadDb): number {
  return valuesOf<number>(db.sqlite, 'SELECT count(*) FROM customer_list WHERE is_live = 1').get() ?? 0;
}

function countFiltered(db: ReadDb, filter: CustomerFilter, limit: number): number {
  const [span, another] = filter.daySources;
  if (filter.facets !== null && !span) return countUpTo(db, facetSource(filter.facets), limit);
  if (filter.facets === null && span && !another) return countUpTo(db, span, limit);
  const few = shortFilterAccess(db, filter, filterLimit(db, filter));
  return countUpTo(db, few ? selectBy(few, 'l.doc') : everyRow(rowCondition(filter)), limit);
}

/** NOT INDEXED: SQLite would gather every row of two indexes before it counted the first. */
function everyRow({ sql, values }: Condition): Condition {
  return { sql: `SELECT l.doc FROM customer_list AS l NOT INDEXED WHERE ${sql}`, values };
}

function countHits(db: ReadDb, search: SearchQuery, filter: CustomerFilter, limit: number): number {
  const few = filter.isOpen ? null : shortFilterAccess(db, filter, gatherLimit(db));
  const access = few ?? searchAccess(search.match, filter);
  if (search.isExact && !few) return countUpTo(db, selectBy(access, 'l.doc'), limit);
  const rankOf = rankerFor(search);
  const { sql, values } = selectBy(access, 'l.search_text');
  let count = 0;
  for (const text of valuesOf<string>(db.sqlite, sql).iterate(...values)) {
    if (rankOf(text) !== null) count += 1;
    if (count === limit) break;
  }
  return count;
}

/** Counts on the tabs. */
export function customerCounts(db: ReadDb, userId: Id): CustomerTabCounts {
  const byTier = facetCounts(db, 'tier');
  return {
    all: [...byTier.values()].reduce((sum, customers) => sum + customers, 0),
    mine: facetCounts(db, 'owner').get(userId) ?? 0,
    byTier: Object.fromEntries(
      [...byTier].flatMap(([tierId, customers]) => (tierId === null ? [] : [[tierId, customers]])),
    ),
    withoutTier: byTier.get(null) ?? 0,
    inBin: valuesOf<number>(db.sqlite, 'SELECT count(*) FROM customer_list WHERE is_live = 0').get() ?? 0,
  };
}
