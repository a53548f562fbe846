import { agingBuckets } from '../../../src-shared/receivables/balances.ts';
import type { AgingSortKey } from '../../../src-shared/receivables/receivables-contract.ts';
import type { AgedCustomer, AgingSums } from './aging-table.ts';

/**
 * For each column the places of `listed` in its order, worked out once: a page is then cut out, not sorted. Equals by
 * name, then id; who is in the bin comes behind all names.
 */
export function agingOrders(
  customers: readonly AgedCustomer[],
  sums: AgingSums,
  listed: Int32Array,
): Record<AgingSortKey, Int32Array> {
  const at = (row: number): AgedCustomer => {
    const customer = customers[listed[row] ?? -1];
    if (!customer) throw new Error(`row ${row} is nobody's`);
    return customer;
  };
  const byName = Int32Array.from(listed.keys()).sort((a, b) => compareNames(at(a), at(b)));
  const by = (value: (place: number) => number) => descending(byName, (row) => value(listed[row] ?? -1));
  const { buckets, prepaid, urgency } = sums;
  const [notDue, d1_30, d31_60, d61_90, over_90] = agingBuckets.map((bucket) =>
    by((place) => buckets[bucket][place] ?? 0),
  );
  const none = new Int32Array(0);
  return {
    name: byName,
    tier: byName.toSorted((a, b) => (at(a).tierPosition ?? lastTier) - (at(b).tierPosition ?? lastTier)),
    owner: byName.toSorted((a, b) => compare(at(a).ownerKey ?? lastKey, at(b).ownerKey ?? lastKey)),
    not_due: notDue ?? none,
    d1_30: d1_30 ?? none,
    d31_60: d31_60 ?? none,
    d61_90: d61_90 ?? none,
    over_90: over_90 ?? none,
    open: by((place) => sums.openOf(place)),
    overdue: by((place) => sums.overdueOf(place)),
    prepaid: by((place) => prepaid[place] ?? 0),
    balance: by((place) => sums.openOf(place) - (prepaid[place] ?? 0)),
    overdueDays: by((place) => sums.overdueDays[place] ?? 0),
    urgency: by((place) => urgency[place] ?? 0),
  };
}

/** Behind every tier that there is, archived ones too. */
const lastTier = 1_000_000;
const lastKey = '\uffff';

function compareNames(a: AgedCustomer, b: AgedCustomer): number {
  return Number(b.isLive) - Number(a.isLive) || compare(a.nameKey, b.nameKey) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Most customers have nothing in most columns: only the others are sorted. */
function descending(byName: Int32Array, figure: (row: number) => number): Int32Array {
  const values = new Float64Array(byName.length);
  for (const row of byName) values[row] = figure(row);
  const order = (a: number, b: number) => (values[b] ?? 0) - (values[a] ?? 0);
  const above = byName.filter((row) => (values[row] ?? 0) > 0).sort(order);
  const none = byName.filter((row) => values[row] === 0);
  const below = byName.filter((row) => (values[row] ?? 0) < 0).sort(order);
  const found = new Int32Array(byName.length);
  found.set(above);
  found.set(none, above.length);
  found.set(below, above.length + none.length);
  return found;
}
