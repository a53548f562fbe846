import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { AgingGroup } from '../../../src-shared/receivables/receivables-contract.ts';
import type { AgedCustomer, AgingSums } from './aging-table.ts';

interface GroupKey {
  readonly id: Id | null;
  /** Its place in the order of groups; null: last. */
  readonly sort: string | number | null;
}

/** The listed customers added up by owner and by tier, as both are now. */
export function agingGroups(
  customers: readonly AgedCustomer[],
  sums: AgingSums,
  listed: Int32Array,
): Record<'owner' | 'tier', readonly AgingGroup[]> {
  const by = (keyOf: (customer: AgedCustomer) => GroupKey) => groupsBy(customers, sums, listed, keyOf);
  return {
    owner: by(({ ownerId, ownerKey }) => ({ id: ownerId, sort: ownerKey })),
    tier: by(({ tierId, tierPosition }) => ({ id: tierId, sort: tierPosition })),
  };
}

function groupsBy(
  customers: readonly AgedCustomer[],
  sums: AgingSums,
  listed: Int32Array,
  keyOf: (customer: AgedCustomer) => GroupKey,
): readonly AgingGroup[] {
  const groups = new Map<Id | null, { readonly key: GroupKey; readonly places: number[] }>();
  for (const place of listed) {
    const customer = customers[place];
    if (!customer) continue;
    const key = keyOf(customer);
    const group = groups.get(key.id);
    if (group) group.places.push(place);
    else groups.set(key.id, { key, places: [place] });
  }
  return [...groups.values()]
    .sort((a, b) => inOrder(a.key, b.key))
    .map(({ key, places }) => ({ id: key.id, customers: places.length, row: rowOf(sums, places) }));
}

function inOrder(a: GroupKey, b: GroupKey): number {
  if (a.id === null || b.id === null) return Number(a.id === null) - Number(b.id === null);
  const [x, y] = [a.sort ?? '', b.sort ?? ''];
  if (x !== y) return x < y ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function rowOf(sums: AgingSums, places: readonly number[]): AgingGroup['row'] {
  const total = (figure: (place: number) => number) => fen(places.reduce((sum, place) => sum + figure(place), 0));
  const { not_due, d1_30, d31_60, d61_90, over_90 } = sums.buckets;
  const of = (column: Float64Array) => total((place) => column[place] ?? 0);
  const openFen = total((place) => sums.openOf(place));
  const prepaidFen = of(sums.prepaid);
  return {
    aging: { not_due: of(not_due), d1_30: of(d1_30), d31_60: of(d31_60), d61_90: of(d61_90), over_90: of(over_90) },
    openFen,
    prepaidFen,
    balanceFen: fen(openFen - prepaidFen),
    overdueFen: total((place) => sums.overdueOf(place)),
    overdueDays: places.reduce((most, place) => Math.max(most, sums.overdueDays[place] ?? 0), 0),
  };
}
