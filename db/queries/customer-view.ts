import type { CustomerListQuery } from '../../src-shared/customers/customer-list.ts';
import { queryTokens, type SearchQuery } from '../../src-shared/search/search-query.ts';
import type { ReadDb } from '../connection.ts';
import { valuesOf } from '../prepared.ts';
import { type BookDay, type Condition, type CustomerFilter, compileFilter } from './customer-filter.ts';
import { type ListOrder, listOrder } from './customer-order.ts';

/** A list as asked for, ready to be read. Customers are numbered by `doc` until their rows are shown. */
export interface CustomerView {
  readonly filter: CustomerFilter;
  readonly search: SearchQuery | null;
  /** Null: hits by rank. */
  readonly order: ListOrder | null;
}

export function compileView(query: CustomerListQuery, day: BookDay): CustomerView {
  const search = queryTokens(query.search);
  return {
    filter: compileFilter(query.filter, day),
    search,
    order: search && !query.sort ? null : listOrder(query.sort, day.today),
  };
}

/**
 * A way to reach the customers of a view without reading every one: `source` selects their docs and perhaps more,
 * `rest` is what then remains to be asked of each row.
 */
export interface Access {
  readonly source: Condition;
  readonly rest: Condition;
}

/**
 * How many candidates are gathered and sorted before reading in order and testing each row is cheaper. The more
 * customers, the longer one reads between two hits, so it grows with the square root: 3,000 of 100,000, 9,000 of a million.
 */
export function gatherLimit(db: ReadDb): number {
  const customers = valuesOf<number | null>(db.sqlite, 'SELECT max(doc) FROM customer_list').get() ?? 0;
  return Math.max(500, Math.round(Math.sqrt(75 * customers)));
}

/** Reading in order is given up after so many times `gatherLimit` rows: the hits are thinner than their number promised. */
export const patience = 4;

/** The first way to a filter's customers that gives at most `limit` candidates; null when all give more. */
export function shortFilterAccess(db: ReadDb, filter: CustomerFilter, limit: number): Access | null {
  const ways = filter.daySources.map((source): Access => ({ source, rest: rowCondition(filter) }));
  if (filter.facets !== null) ways.unshift({ source: facetSource(filter.facets), rest: filter.days });
  for (const way of ways) {
    const short = shortAccess(db, way, limit);
    if (short) return short;
  }
  return null;
}

/** The same way with its candidates at hand, so that the index is asked once; null when there are more than `limit`. */
export function shortAccess(db: ReadDb, { source, rest }: Access, limit: number): Access | null {
  const docs = valuesOf<number>(db.sqlite, `${source.sql} LIMIT ?`).all(...source.values, limit + 1);
  if (docs.length > limit) return null;
  return { source: { sql: 'SELECT value AS doc FROM json_each(?)', values: [JSON.stringify(docs)] }, rest };
}

/**
 * As gatherLimit, for a filter without a search. Where two lists are narrowed by each other fewer customers pass than
 * either promises, so that reading in order would take longer.
 */
export function filterLimit(db: ReadDb, { facets, daySources }: CustomerFilter): number {
  const isNarrowed = daySources.length + (facets === null ? 0 : 1) > 1;
  return Math.round(gatherLimit(db) * (isNarrowed ? 2.5 : 1));
}

export function facetSource(facets: string): Condition {
  return { sql: 'SELECT rowid AS doc FROM customer_facets WHERE customer_facets MATCH ?', values: [facets] };
}

export function searchAccess(match: string, filter: CustomerFilter): Access {
  return {
    source: { sql: 'SELECT rowid AS doc FROM customer_search WHERE customer_search MATCH ?', values: [match] },
    rest: rowCondition(filter),
  };
}

/** All that a filter asks, asked of a row. */
export function rowCondition({ facetRow, days }: CustomerFilter): Condition {
  return both(facetRow, days);
}

/** Columns of the rows reached. CROSS JOIN: SQLite would rather walk through everybody who is live. */
export function selectBy({ source, rest }: Access, columns: string): Condition {
  return {
    sql: `SELECT ${columns} FROM (${source.sql}) AS reached CROSS JOIN customer_list AS l ON l.doc = reached.doc
      WHERE ${rest.sql}`,
    values: [...source.values, ...rest.values],
  };
}

/** How many rows a select gives, counted no further than `limit`. */
export function countUpTo(db: ReadDb, select: Condition, limit: number): number {
  const sql = `SELECT count(*) FROM (SELECT 1 FROM (${select.sql}) LIMIT ?)`;
  return valuesOf<number>(db.sqlite, sql).get(...select.values, limit) ?? 0;
}

export function both(a: Condition, b: Condition): Condition {
  return { sql: `(${a.sql}) AND (${b.sql})`, values: [...a.values, ...b.values] };
}
