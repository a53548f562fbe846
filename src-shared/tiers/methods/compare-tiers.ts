import { fillColumn } from '../../core/fill-column.ts';
import type { Id } from '../../core/id.ts';
import { type Fen, fen } from '../../core/money.ts';
import type { TierProposal } from './propose-tiers.ts';
import { verdicts } from './tier-because.ts';

/** What a proposal does to a customer. `first`: without a tier before. */
export const tierSteps = ['up', 'down', 'same', 'first', 'pinned', 'new'] as const;
export type TierStep = (typeof tierSteps)[number];
const stepCodes = { up: 0, down: 1, same: 2, first: 3, pinned: 4, new: 5 } as const satisfies Record<TierStep, number>;

/** In columns, in the order of the proposal. */
export interface TierComparison {
  /** Tiers that `from` and `to` name by place; those of the list first. */
  readonly tierIds: readonly Id[];
  /** -1: 未分级. */
  readonly from: Int16Array;
  readonly to: Int16Array;
  /** Places in `tierSteps`. */
  readonly steps: Uint8Array;
  readonly counts: Readonly<Record<TierStep, number>>;
  /** By tier in the order of the list; sales of those it would have. */
  readonly tiers: readonly {
    readonly tierId: Id;
    readonly before: number;
    readonly after: number;
    readonly salesFen: Fen;
  }[];
  readonly moves: readonly { readonly fromTierId: Id | null; readonly toTierId: Id; readonly customers: number }[];
}

/** The tiers customers have, in the order of the proposal. */
export interface CurrentTiers {
  /** What `places` names; those of the list first, from the highest. */
  readonly tierIds: readonly Id[];
  /** -1: 未分级. */
  readonly places: Int16Array;
}

/**
 * A proposal beside the tiers customers have: who goes up, down, stays (preview of domain §4). Of the
 * tiers the first `listedCount` are in the list; whose tier is not in it any more counts as below all of them.
 */
export function compareTiers(
  { positions, verdicts: verdictOf }: TierProposal,
  listedCount: number,
  { tierIds, places: from }: CurrentTiers,
  salesFen: Float64Array,
): TierComparison {
  const listed = tierIds.slice(0, listedCount);
  const to = new Int16Array(from.length);
  const steps = new Uint8Array(from.length);
  const counts = { up: 0, down: 0, same: 0, first: 0, pinned: 0, new: 0 };
  const width = tierIds.length + 1;
  // By place from and place to; the place of 未分级 is -1.
  const moved = new Int32Array(width * width);
  const sales = new Float64Array(width);
  for (let at = 0; at < from.length; at += 1) {
    const [was, position] = [from[at] ?? -1, positions[at] ?? -1];
    const step = stepOf(was, position, listed.length, verdictOf[at] ?? -1);
    const becomes = position === -1 ? was : position;
    to[at] = becomes;
    steps[at] = stepCodes[step];
    counts[step] += 1;
    moved[(was + 1) * width + becomes + 1] = (moved[(was + 1) * width + becomes + 1] ?? 0) + 1;
    sales[becomes + 1] = (sales[becomes + 1] ?? 0) + (salesFen[at] ?? 0);
  }
  const places = Array.from({ length: width }, (_, place) => place - 1);
  const movedFrom = (was: number, becomes: number) => moved[(was + 1) * width + becomes + 1] ?? 0;
  const sumOver = (count: (place: number) => number) => places.reduce((sum, place) => sum + count(place), 0);
  return {
    tierIds,
    from,
    to,
    steps,
    counts,
    tiers: listed.map((tierId, place) => ({
      tierId,
      before: sumOver((becomes) => movedFrom(place, becomes)),
      after: sumOver((was) => movedFrom(was, place)),
      salesFen: fen(sales[place + 1] ?? 0),
    })),
    moves: places.flatMap((was) =>
      listed.flatMap((toTierId, becomes) => {
        const customers = was === becomes ? 0 : movedFrom(was, becomes);
        return customers === 0 ? [] : [{ fromTierId: tierIds[was] ?? null, toTierId, customers }];
      }),
    ),
  };
}

/** The tiers of customers by id; `listed` from the highest. */
export function currentTiers(tierOf: readonly (Id | null)[], listed: readonly Id[]): CurrentTiers {
  const tierIds = [...listed];
  const known = new Map<Id | null, number>(tierIds.map((tierId, place) => [tierId, place]));
  known.set(null, -1);
  const places = fillColumn(new Int16Array(tierOf.length), (at) => {
    const tierId = tierOf[at] ?? null;
    let place = known.get(tierId);
    if (place === undefined && tierId !== null) {
      place = tierIds.push(tierId) - 1;
      known.set(tierId, place);
    }
    return place ?? -1;
  });
  return { tierIds, places };
}

function stepOf(was: number, position: number, listed: number, verdict: number): TierStep {
  const reason = verdicts[verdict];
  if (reason === 'pinned' || reason === 'new') return reason;
  if (was === -1) return 'first';
  const place = Math.min(was, listed);
  return place === position ? 'same' : position < place ? 'up' : 'down';
}
