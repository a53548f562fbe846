import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { AgingRow } from '../../../src-shared/receivables/receivable-views.ts';
import type { AgingSortKey } from '../../../src-shared/receivables/receivables-contract.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf } from '../../prepared.ts';
import type { AgingTable } from './aging-table.ts';

export interface AgingPage {
  readonly sort: { readonly key: AgingSortKey; readonly direction: 'asc' | 'desc' };
  readonly offset: number;
  readonly limit: number;
}

/** Names, tiers and owners begin with the first; figures with the greatest. */
const firstToLast: ReadonlySet<AgingSortKey> = new Set<AgingSortKey>(['name', 'tier', 'owner']);

interface NamedRow {
  readonly customerId: Id;
  readonly customerName: string | null;
  readonly tierId: Id | null;
  readonly ownerId: Id | null;
}

const namesSql = `
  SELECT l.customer_id AS customerId, CASE WHEN l.is_live = 1 THEN c.name END AS customerName, l.tier_id AS tierId,
    l.owner_id AS ownerId
  FROM json_each(?) AS wanted CROSS JOIN customer_list l ON l.doc = wanted.value
  CROSS JOIN customers c ON c.id = l.customer_id
  ORDER BY wanted.key`;

/** A page of an aging, with names as they are now; without grades, which the rules read every fact for. */
export function agingRows(db: ReadDb, table: AgingTable, { sort, offset, limit }: AgingPage): readonly AgingRow[] {
  const places = pageOf(table, sort, offset, limit);
  const docs = JSON.stringify(places.map((place) => table.docs[place]));
  const named = rowsOf<NamedRow>(db.sqlite, namesSql).all(docs);
  if (named.length !== places.length) throw new Error('a customer of the aging is no more');
  return named.map((name, index) => ({
    ...name,
    ...figuresOf(table, places[index] ?? -1),
    grade: null,
  }));
}

function pageOf(table: AgingTable, { key, direction }: AgingPage['sort'], offset: number, limit: number): number[] {
  const order = table.orders[key];
  const isAsKept = firstToLast.has(key) === (direction === 'asc');
  if (isAsKept) return [...order.subarray(offset, offset + limit)];
  if (key === 'overdueDays') return leastOverdueFirst(table, order).slice(offset, offset + limit);
  const end = Math.max(0, order.length - offset);
  return [...order.subarray(Math.max(0, end - limit), end)].reverse();
}

/** Who is not overdue has no number of days: blanks come last both ways, as in every list. */
function leastOverdueFirst({ overdueDays }: AgingTable, order: Int32Array): number[] {
  const isOverdue = (place: number) => (overdueDays[place] ?? 0) > 0;
  const [overdue, others] = [order.filter(isOverdue), order.filter((place) => !isOverdue(place))];
  return [...overdue.reverse(), ...others];
}

function figuresOf({ buckets, prepaid, overdueDays }: AgingTable, place: number) {
  const of = (column: Float64Array) => fen(column[place] ?? 0);
  const aging = {
    not_due: of(buckets.not_due),
    d1_30: of(buckets.d1_30),
    d31_60: of(buckets.d31_60),
    d61_90: of(buckets.d61_90),
    over_90: of(buckets.over_90),
  };
  const overdueFen = fen(aging.d1_30 + aging.d31_60 + aging.d61_90 + aging.over_90);
  const openFen = fen(aging.not_due + overdueFen);
  const prepaidFen = of(prepaid);
  return {
    aging,
    openFen,
    prepaidFen,
    balanceFen: fen(openFen - prepaidFen),
    overdueFen,
    overdueDays: overdueDays[place] ?? 0,
  };
}
