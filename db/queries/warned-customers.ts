import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { type MoneyReader, mayReadMoneyOf } from '../../src-shared/customers/money-reach.ts';
import {
  isMoneyWarning,
  moneyWarningCodes,
  type WarningCode,
  type WarningMark,
  warningCodes,
} from '../../src-shared/warnings/warning-mark.ts';
import type { WarnedCustomer } from '../../src-shared/warnings/warnings-contract.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf, tuplesOf, valuesOf } from '../prepared.ts';

/** Whose warnings are read, and by whom. */
export interface WarnedScope {
  /** Only his customers and nobody's; null: all. */
  readonly ownerId: Id | null;
  readonly reader: MoneyReader;
}

/** What warns of money only where the money is the reader's to see. */
function within({ ownerId, reader }: WarnedScope): { readonly sql: string; readonly values: readonly string[] } {
  const conditions = ['TRUE'];
  const values: string[] = [];
  if (ownerId !== null) {
    conditions.push('(owner_id IS NULL OR owner_id = ?)');
    values.push(ownerId);
  }
  if (reader.reach !== 'all') {
    const own = reader.reach === 'own' ? 'OR owner_id IS NULL OR owner_id = ?' : '';
    conditions.push(`(code NOT IN (${moneyWarningCodes.map((code) => `'${code}'`).join(', ')}) ${own})`);
    if (reader.reach === 'own') values.push(reader.userId);
  }
  return { sql: conditions.join(' AND '), values };
}

/** One kind after another, each in the order of its index, laid together by SQLite as they are read. */
const orderOf = (from: string, sql: string) =>
  `SELECT customer_id, rank FROM customer_warnings INDEXED BY ${from} WHERE ${sql}`;

/**
 * A page of the customers that something warns of, key and pinned ones first, then by how bad. An index holds the
 * warnings in that order: where a customer is met first is where it stands, whatever the reader may not see of it.
 */
export function warnedIds(
  { sqlite }: ReadDb,
  scope: WarnedScope,
  {
    codes,
    offset,
    limit,
  }: { readonly codes?: readonly WarningCode[]; readonly offset: number; readonly limit: number },
): readonly Id[] {
  const { sql, values } = within(scope);
  const wanted = [...new Set(codes)];
  const ways = wanted.map((code) => orderOf('customer_warnings_code', `code = '${code}' AND ${sql}`));
  const selected = ways.length > 0 ? ways.join(' UNION ALL ') : orderOf('customer_warnings_rank', sql);
  const bound = ways.length > 0 ? ways.flatMap(() => values) : values;
  const met = new Set<Id>();
  for (const id of valuesOf<Id>(sqlite, `${selected} ORDER BY rank DESC, customer_id`).iterate(...bound)) {
    met.add(id);
    if (met.size >= offset + limit) break;
  }
  return [...met].slice(offset);
}

/** Customers with the same owner and the same warnings. */
interface Alike {
  /** Those that the reader may see. */
  readonly codes: readonly WarningCode[];
  readonly customers: number;
}

function alikeWithin({ sqlite }: ReadDb, { ownerId, reader }: WarnedScope): readonly Alike[] {
  const all = 'SELECT owner_id, codes, customers FROM warned_counts';
  return tuplesOf<readonly [owner: string, codes: string, customers: number]>(sqlite, all)
    .all()
    .filter(([owner]) => ownerId === null || owner === '' || owner === ownerId)
    .map(([owner, stored, customers]) => {
      const maySeeMoney = mayReadMoneyOf(reader, owner === '' ? null : owner);
      const has = new Set(stored.split(' '));
      return {
        codes: warningCodes.filter((code) => has.has(code) && (maySeeMoney || !isMoneyWarning(code))),
        customers,
      };
    });
}

/** How many customers something warns of, exactly. */
export function countWarned(db: ReadDb, scope: WarnedScope, codes: readonly WarningCode[] = []): number {
  const wanted: readonly WarningCode[] = codes.length > 0 ? codes : warningCodes;
  return alikeWithin(db, scope)
    .filter((alike) => alike.codes.some((code) => wanted.includes(code)))
    .reduce((sum, { customers }) => sum + customers, 0);
}

/** Customers by what warns of them. */
export function warnedByCode(db: ReadDb, scope: WarnedScope): Readonly<Record<WarningCode, number>> {
  const alike = alikeWithin(db, scope);
  const count = (code: WarningCode) =>
    alike.filter(({ codes }) => codes.includes(code)).reduce((sum, { customers }) => sum + customers, 0);
  // Safe: one entry per code.
  return Object.fromEntries(warningCodes.map((code) => [code, count(code)])) as Record<WarningCode, number>;
}

export type WarnedHead = Omit<WarnedCustomer, 'warnings' | 'isPinned'>;
type HeadRow = WarnedHead & { readonly pinned: 0 | 1 };

const headsSql = `
  SELECT l.customer_id AS customerId, c.name AS customerName, l.tier_id AS tierId,
    c.tier_pinned_reason IS NOT NULL AS pinned, l.owner_id AS ownerId, l.contact_name AS contactName, l.phone
  FROM json_each(?) AS wanted CROSS JOIN customer_list l ON l.customer_id = wanted.value
  CROSS JOIN customers c ON c.id = l.customer_id`;

export function warnedHeads(
  { sqlite }: ReadDb,
  ids: readonly Id[],
): ReadonlyMap<Id, WarnedHead & { isPinned: boolean }> {
  return new Map(
    rowsOf<HeadRow>(sqlite, headsSql)
      .all(JSON.stringify(ids))
      .map(({ pinned, ...head }) => [head.customerId, { ...head, isPinned: pinned === 1 }]),
  );
}

const marksSql = `
  SELECT mark.customer_id AS customerId, mark.id, mark.code, mark.state, mark.marked_on AS markedOn,
    mark.until_on AS untilOn, mark.note, mark.created_by AS userId
  FROM json_each(:ids) AS wanted CROSS JOIN warning_marks AS mark ON mark.customer_id = wanted.value
  WHERE mark.until_on >= :today AND mark.deleted_at IS NULL ORDER BY mark.until_on DESC, mark.id DESC`;

export type CustomerMark = WarningMark & { readonly customerId: Id };

/** What still silences a warning of these customers, the longest first. */
export function warningMarksOf({ sqlite }: ReadDb, ids: readonly Id[], today: CalendarDate): readonly CustomerMark[] {
  return rowsOf<CustomerMark>(sqlite, marksSql).all({ ids: JSON.stringify(ids), today });
}
