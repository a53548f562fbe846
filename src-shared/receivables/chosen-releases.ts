import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';

interface Released {
  readonly allocationId: Id;
  readonly receivableId: Id;
  readonly releasedFen: Fen;
}

interface Releasable {
  readonly allocationId: Id;
  readonly receivableId: Id;
  readonly allocatedFen: Fen;
}

export interface ChosenReleases {
  readonly releases: readonly { readonly allocationId: Id; readonly releasedFen: Fen }[];
  /** What must go and is not ticked yet, by receivable; none: the choice is enough. */
  readonly missing: ReadonlyMap<Id, Fen>;
}

/**
 * What the ticked allocations free, in the order in which they were ticked, the last of each receivable cut. How much goes
 * is not chosen: it is what the proposal frees of each receivable (domain §1).
 */
export function chosenReleases(
  proposed: readonly Released[],
  releasable: readonly Releasable[],
  ticked: readonly Id[],
): ChosenReleases {
  const missing = new Map<Id, number>();
  for (const { receivableId, releasedFen } of proposed) {
    missing.set(receivableId, (missing.get(receivableId) ?? 0) + releasedFen);
  }
  const releases: { allocationId: Id; releasedFen: Fen }[] = [];
  for (const id of ticked) {
    const allocation = releasable.find(({ allocationId }) => allocationId === id);
    const wanted = allocation ? (missing.get(allocation.receivableId) ?? 0) : 0;
    if (!allocation || wanted === 0) continue;
    const part = Math.min(wanted, allocation.allocatedFen);
    releases.push({ allocationId: id, releasedFen: fen(part) });
    missing.set(allocation.receivableId, wanted - part);
  }
  const still = [...missing].filter(([, amount]) => amount > 0);
  return { releases, missing: new Map(still.map(([receivableId, amount]) => [receivableId, fen(amount)])) };
}
