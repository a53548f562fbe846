import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { Sqlite } from '../connection.ts';
import { commandOf, valuesOf } from '../prepared.ts';
import { holidayYearSettings, timeZoneSetting } from '../setting-names.ts';
import { type CustomerListing, copyListing, listedCount } from './customer-listing.ts';
import { readSources, tierPositionSql } from './customer-source.ts';
import { datesBook } from './dates-book.ts';
import { type DerivedRow, derivedRow, personKey } from './derived-row.ts';
import {
  emptyDerived,
  emptyIndexes,
  insertDerived,
  isReworded,
  removeDerived,
  rewriteDerived,
  updateDerived,
  withoutIndexes,
  withoutMerging,
} from './derived-writer.ts';
import { refreshAllDates, refreshDates, refreshDatesOfNeverContacted, refreshDatesOfTier } from './refresh-dates.ts';
import { refreshAllMoney, refreshMoney } from './refresh-money.ts';
import { ordersToSum, refreshAllOrderSums, refreshOrderSums } from './refresh-order-sums.ts';
import { refreshProducts } from './refresh-products.ts';
import { refreshSilence, refreshWarnings, warnableCustomers } from './refresh-warnings.ts';
import {
  customersToBalance,
  customersToDate,
  customersToProject,
  customersToWarn,
  type Touched,
} from './touched-customers.ts';

/** Customers read together: enough to share the cost of a query, few enough to stay small in memory. */
const chunkSize = 2_000;
/** From here on no word index merges within the batch; where most of the list is new, its indexes are made last. */
const bulkSize = 10_000;
const sampleSize = 200;
/** Customers whose warnings are worked out anew within the batch that may have changed those of all. */
export const mostWarnedAtOnce = 300;

/**
 * Brings the derived tables up to date with the rows a batch wrote, inside its transaction.
 * `touched`: table name → ids of the written rows. `now`: what is owed is said as of the book's day. `listing`: what a
 * second thread worked out of customers that the batch made and has not touched since.
 */
export function refreshDerived(
  sqlite: Sqlite,
  touched: Touched,
  now: Instant,
  listing: CustomerListing | null = null,
): void {
  for (const id of touched.get('users') ?? []) refreshOwner(sqlite, id);
  for (const id of touched.get('tiers') ?? []) refreshTier(sqlite, id);
  refreshForSettings(sqlite, touched.get('book_settings') ?? new Set());
  const toProject = customersToProject(sqlite, touched);
  const isInListing = new Set(listing?.customerIds);
  refreshCustomers(
    sqlite,
    [...toProject].filter((id) => !isInListing.has(id)),
  );
  if (listing) takeListing(sqlite, listing);
  const toDate = customersToDate(sqlite, touched);
  refreshDates(
    sqlite,
    [...toDate].filter((id) => !toProject.has(id)),
  );
  refreshProducts(sqlite, [...(touched.get('products') ?? [])]);
  refreshOrderSums(sqlite, ordersToSum(sqlite, touched));
  const today = datesBook(sqlite).dayOf(now);
  if (touched.get('book_settings')?.has(timeZoneSetting)) refreshAllMoney(sqlite, today);
  else refreshMoney(sqlite, [...customersToBalance(sqlite, touched)], today);
  refreshWarningsOf(sqlite, { touched, toDate }, today);
}

/** Another cadence, key tier, holiday or zone may warn of everybody: in a large book bringWarningsToDay sees to that. */
function refreshWarningsOf(
  sqlite: Sqlite,
  { touched, toDate }: { readonly touched: Touched; readonly toDate: ReadonlySet<string> },
  today: CalendarDate,
): void {
  const mayWarnOfAll = touched.has('tiers') || touched.has('book_settings');
  if (mayWarnOfAll && listedCount(sqlite) <= mostWarnedAtOnce) {
    refreshWarnings(sqlite, warnableCustomers(sqlite), today);
    return;
  }
  const toWarn = customersToWarn(sqlite, touched);
  refreshWarnings(sqlite, [...toWarn], today);
  refreshSilence(
    sqlite,
    [...toDate].filter((id) => !toWarn.has(id)),
    today,
  );
}

function refreshForSettings(sqlite: Sqlite, names: ReadonlySet<string>): void {
  const [first, after] = holidayYearSettings;
  if (names.has(timeZoneSetting)) refreshAllDates(sqlite);
  else if ([...names].some((name) => name >= first && name < after)) refreshDatesOfNeverContacted(sqlite);
}

/**
 * Makes the derived tables from nothing, in one transaction: after a repair, or when their rules changed. What is owed is
 * said as of the book's day `now`.
 */
export function rebuildDerived(
  sqlite: Sqlite,
  now: Instant,
  onProgress: (done: number, total: number) => void = () => {},
): void {
  const rebuild = () => {
    const ids = valuesOf<string>(sqlite, 'SELECT id FROM customers ORDER BY id').all();
    emptyDerived(sqlite);
    const fill = () => {
      for (const [done, chunk] of chunksOf(ids)) {
        insertDerived(sqlite, derivedRows(sqlite, chunk));
        onProgress(done + chunk.length, ids.length);
      }
      refreshAllOrderSums(sqlite);
      refreshAllMoney(sqlite, datesBook(sqlite).dayOf(now));
      refreshWarnings(sqlite, ids, datesBook(sqlite).dayOf(now));
    };
    withoutMerging(sqlite, () => withoutIndexes(sqlite, 'all', fill));
    refreshProducts(sqlite, valuesOf<string>(sqlite, 'SELECT id FROM products').all());
  };
  if (sqlite.inTransaction) rebuild();
  else sqlite.transaction(rebuild)();
}

/** Of customers that the batch made: they stand behind all that were listed before. */
function takeListing(sqlite: Sqlite, listing: CustomerListing): void {
  let left: readonly string[] = [];
  const take = () => {
    left = copyListing(sqlite, listing);
  };
  const isMostNew = listing.customerIds.length * 2 >= listedCount(sqlite);
  withoutMerging(sqlite, isMostNew ? () => withoutIndexes(sqlite, 'all', take) : take);
  refreshCustomers(sqlite, left);
}

function refreshCustomers(sqlite: Sqlite, ids: readonly string[]): void {
  const { known, added } = inOrderOfDoc(sqlite, ids);
  const work = () => {
    for (const [, chunk] of chunksOf([...known, ...added])) refreshChunk(sqlite, chunk);
  };
  if (ids.length < bulkSize) {
    work();
    return;
  }
  const listed = listedCount(sqlite);
  const isRewritten = known.length * 2 >= listed && areReworded(sqlite, known);
  const isMostNew = isRewritten || added.length * 2 >= listed || ids.length >= listed;
  const all = isRewritten ? () => rewriteAll(sqlite, added) : work;
  withoutMerging(sqlite, isMostNew ? () => withoutIndexes(sqlite, 'all', all) : all);
}

/** Whether most of them are found by other words than before, as far as some of them tell. */
function areReworded(sqlite: Sqlite, known: readonly string[]): boolean {
  const step = Math.ceil(known.length / sampleSize);
  const some = derivedRows(
    sqlite,
    known.filter((_, index) => index % step === 0),
  );
  return some.filter((row) => isReworded(sqlite, row)).length * 2 >= some.length;
}

function refreshChunk(sqlite: Sqlite, ids: readonly string[]): void {
  const { listed, added } = derivedByListing(sqlite, ids);
  for (const row of listed) updateDerived(sqlite, row);
  insertDerived(sqlite, added);
}

/**
 * Everybody, where most are reworded: search index, facets and keys are made anew. Entries that are taken out one by one
 * stay in the index as dead ones until it merges them away, and every search reads over them.
 */
function rewriteAll(sqlite: Sqlite, added: readonly string[]): void {
  const listed = valuesOf<string>(sqlite, 'SELECT customer_id FROM customer_list ORDER BY doc').all();
  emptyIndexes(sqlite);
  for (const [, chunk] of chunksOf([...listed, ...added])) {
    const rows = derivedByListing(sqlite, chunk);
    rewriteDerived(sqlite, rows.listed, rows.added);
  }
}

/** In the order asked for; who is no more is taken out. */
function derivedByListing(
  sqlite: Sqlite,
  ids: readonly string[],
): { readonly listed: readonly DerivedRow[]; readonly added: readonly DerivedRow[] } {
  const rows = new Map(derivedRows(sqlite, ids).map((row) => [row.customerId, row]));
  const listed: DerivedRow[] = [];
  for (const id of valuesOf<string>(sqlite, listedOf).all(JSON.stringify(ids))) {
    const row = rows.get(id);
    if (row) listed.push(row);
    else removeDerived(sqlite, id);
    rows.delete(id);
  }
  return { listed, added: [...rows.values()] };
}

function derivedRows(sqlite: Sqlite, ids: readonly string[]): readonly DerivedRow[] {
  const book = datesBook(sqlite);
  return readSources(sqlite, ids).map((source) => derivedRow(source, book));
}

/** In the order asked for. */
const listedOf =
  'SELECT l.customer_id FROM json_each(?) AS wanted JOIN customer_list l ON l.customer_id = wanted.value';

/**
 * FTS5 gathers what is written in memory only while rowids grow; at a smaller one it writes all it has to the disk first.
 * An undo comes last row first: 100,000 customers then took minutes instead of seconds.
 */
function inOrderOfDoc(
  sqlite: Sqlite,
  ids: readonly string[],
): { readonly known: readonly string[]; readonly added: readonly string[] } {
  // Who it is does not matter to one alone: refreshChunk asks again.
  if (ids.length < 2) return { known: ids, added: [] };
  const known = valuesOf<string>(sqlite, inOrderOfDocSql).all(JSON.stringify(ids));
  const isKnown = new Set(known);
  return { known, added: ids.filter((id) => !isKnown.has(id)) };
}

const inOrderOfDocSql = `
  SELECT customer_id FROM customer_list WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY doc`;

/** The indexes of customers say who is meant: customer_list has none on these columns. */
const ownerKeyUpdate = `UPDATE customer_list SET owner_key = :key
  WHERE customer_id IN (SELECT id FROM customers WHERE owner_id = :id) AND owner_key IS NOT :key`;
const tierPositionUpdate = `UPDATE customer_list SET tier_position = :position
  WHERE customer_id IN (SELECT id FROM customers WHERE tier_id = :id) AND tier_position IS NOT :position`;

function refreshOwner(sqlite: Sqlite, id: string): void {
  const key = personKey(valuesOf<string>(sqlite, 'SELECT name FROM users WHERE id = ?').get(id) ?? null);
  commandOf(sqlite, ownerKeyUpdate).run({
    id,
    key,
  });
}

function refreshTier(sqlite: Sqlite, id: string): void {
  const position = valuesOf<number>(sqlite, `SELECT ${tierPositionSql} FROM tiers t WHERE t.id = ?`).get(id) ?? null;
  commandOf(sqlite, tierPositionUpdate).run({ id, position });
  refreshDatesOfTier(sqlite, id);
}

function* chunksOf(ids: readonly string[]): Generator<readonly [done: number, chunk: readonly string[]]> {
  for (let done = 0; done < ids.length; done += chunkSize) yield [done, ids.slice(done, done + chunkSize)];
}
