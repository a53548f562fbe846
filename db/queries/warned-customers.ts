import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { MoneyReader } from '../../src-shared/customers/money-reach.ts';
import {
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

type Values = readonly (string | number)[];

/* With codes by the reader: what warns of money only where the money is his to see. */
function within({ ownerId, reader }: WarnedScope, codes?: readonly WarningCode[]): { sql: string; values: Values } {
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
  if (codes && codes.length > 0) {
    conditions.push(`code IN (${codes.map(() => '?').join(', ')})`);
    values.push(...codes);
  }
  return { sql: conditions.join(' AND '), values };
}

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
  const { sql, values } = within(scope, codes);
  const inOrder = `SELECT customer_id FROM customer_warnings INDEXED BY customer_warnings_rank
    WHERE ${sql} ORDER BY rank DESC, customer_id`;
  const met = new Set<Id>();
  for (const id of valuesOf<Id>(sqlite, inOrder).iterate(...values)) {
    met.add(id);
    if (met.size >= offset + limit) break;
  }
  return [...met].slice(offset);
}

/** How many customers something warns of, exactly. */
export function countWarned({ sqlite }: ReadDb, scope: WarnedScope, codes?: readonly WarningCode[]): number {
  const { sql, values } = within(scope, codes);
  const counted = `SELECT count(DISTINCT customer_id) FROM customer_warnings WHERE ${sql}`;
  return valuesOf<number>(sqlite, counted).get(...values) ?? 0;
}

/** Customers by what warns of them. */
export function warnedByCode({ sqlite }: ReadDb, scope: WarnedScope): Readonly<Record<WarningCode, number>> {
  const { sql, values } = within(scope);
  const counted = `SELECT code, count(*) FROM customer_warnings WHERE ${sql} GROUP BY code`;
  const found = new Map(tuplesOf<readonly [WarningCode, number]>(sqlite, counted).all(...values));
  // Safe: one entry per code.
  return Object.fromEntries(warningCodes.map((code) => [code, found.get(code) ?? 0])) as Record<WarningCode, number>;
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
