import { rankerFor, type SearchRank } from '../../src-shared/search/rank.ts';
import type { SearchQuery } from '../../src-shared/search/search-query.ts';
import type { ReadDb } from '../connection.ts';
import { tuplesOf } from '../prepared.ts';
import type { CustomerFilter } from './customer-filter.ts';
import { rankOrder } from './customer-order.ts';
import {
  type Access,
  gatherLimit,
  patience,
  rowCondition,
  searchAccess,
  selectBy,
  shortAccess,
  shortFilterAccess,
} from './customer-view.ts';

type HitRow = readonly [doc: number, text: string, tierPosition: number | null, lastContactAt: string | null];

interface Hit {
  readonly doc: number;
  readonly rank: SearchRank;
  readonly tierPosition: number | null;
  readonly lastContactAt: string | null;
}

/**
 * The first `count` hits by rank, then tier, then latest contact (domain §9).
 * `limit`: how many candidates are gathered and sorted at most; beyond it the hits are read rank by rank, in order.
 */
export function firstHits(
  db: ReadDb,
  search: SearchQuery,
  filter: CustomerFilter,
  count: number,
  limit = gatherLimit(db),
): readonly number[] {
  const few =
    shortAccess(db, searchAccess(search.match, filter), limit) ??
    (filter.isOpen ? null : shortFilterAccess(db, filter, limit));
  if (few) return inOrder(gather(db, few, search)).slice(0, count);
  return firstOfMany({ db, search, filter, limit }, count) ?? allHits(db, search, filter).slice(0, count);
}

/** Every hit in that order. */
export function allHits(db: ReadDb, search: SearchQuery, filter: CustomerFilter): readonly number[] {
  return inOrder(gather(db, searchAccess(search.match, filter), search));
}

interface DenseSearch {
  readonly db: ReadDb;
  readonly search: SearchQuery;
  readonly filter: CustomerFilter;
  readonly limit: number;
}

/** Rank by rank, until enough are found; null when a rank is so thin that reading in order does not pay. */
function firstOfMany(dense: DenseSearch, count: number): readonly number[] | null {
  const { nameStarts, initialsStart, nameContains, contact, phone } = dense.search.byRank;
  const byRank: readonly (readonly [SearchRank, string | null])[] = [
    [0, nameStarts],
    [1, initialsStart],
    [2, nameContains],
    [3, contact],
    [4, phone],
    [5, dense.search.match],
  ];
  const docs: number[] = [];
  for (const [rank, match] of byRank) {
    if (docs.length >= count) break;
    const found = match === null ? [] : hitsOfRank(dense, rank, match, count - docs.length);
    if (!found) return null;
    docs.push(...found);
  }
  return docs.slice(0, count);
}

function hitsOfRank(dense: DenseSearch, rank: SearchRank, match: string, count: number): readonly number[] | null {
  const { db, search, filter, limit } = dense;
  const few = shortAccess(db, searchAccess(match, filter), limit);
  if (!few) return readInOrder(dense, rank, count);
  return inOrder(gather(db, few, search).filter((hit) => hit.rank === rank));
}

function gather(db: ReadDb, access: Access, search: SearchQuery): readonly Hit[] {
  const rankOf = rankerFor(search);
  const { sql, values } = selectBy(access, 'l.doc, l.search_text, l.tier_position, l.last_contact_at');
  const rows = tuplesOf<HitRow>(db.sqlite, sql).all(...values);
  return rows.flatMap(([doc, text, tierPosition, lastContactAt]) => {
    const rank = rankOf(text);
    return rank === null ? [] : [{ doc, rank, tierPosition, lastContactAt }];
  });
}

function readInOrder(
  { db, search, filter, limit }: DenseSearch,
  rank: SearchRank,
  count: number,
): readonly number[] | null {
  const rankOf = rankerFor(search);
  const condition = rowCondition(filter);
  const sql = `SELECT l.doc, l.search_text FROM customer_list AS l INDEXED BY ${rankOrder.index}
    WHERE ${condition.sql} ORDER BY ${rankOrder.terms}`;
  const docs: number[] = [];
  let read = 0;
  for (const [doc, text] of tuplesOf<readonly [number, string]>(db.sqlite, sql).iterate(...condition.values)) {
    if (rankOf(text) === rank) docs.push(doc);
    if (docs.length === count) return docs;
    read += 1;
    if (read > patience * limit) return null;
  }
  return docs;
}

function inOrder(hits: readonly Hit[]): readonly number[] {
  const last = 1_000_000;
  return [...hits]
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (a.tierPosition ?? last) - (b.tierPosition ?? last) ||
        laterFirst(a.lastContactAt, b.lastContactAt) ||
        a.doc - b.doc,
    )
    .map((hit) => hit.doc);
}

/** Never contacted comes last. */
function laterFirst(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? 1 : -1;
}
