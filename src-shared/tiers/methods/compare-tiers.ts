import type { Id } from '../../core/id.ts';
import { type Fen, fen } from '../../core/money.ts';
import type { ProposedTier, TierBecause, TierLeftAlone, TierProposal } from './propose-tiers.ts';

/** What a proposal does to a customer. `first`: without a tier before. */
export type TierStep = 'up' | 'down' | 'same' | 'first' | TierLeftAlone['reason'];

export interface ComparedTier {
  readonly customerId: Id;
  readonly step: TierStep;
  readonly fromTierId: Id | null;
  readonly toTierId: Id | null;
  readonly because: TierBecause | { readonly code: TierLeftAlone['reason'] };
}

export interface TierComparison {
  readonly rows: readonly ComparedTier[];
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

/**
 * A proposal beside the tiers customers have: who goes up, down, stays (preview of domain §4). `tierIds` from the highest.
 * Whose tier is not in the list any more counts as below all of them.
 */
export function compareTiers(
  proposal: TierProposal,
  tierIds: readonly Id[],
  tierOf: (customerId: Id) => Id | null,
  salesOf: (customerId: Id) => Fen,
): TierComparison {
  const rows = [
    ...proposal.tiers.map((proposed) => compared(proposed, tierIds, tierOf(proposed.customerId))),
    ...proposal.leftAlone.map(({ customerId, reason }): ComparedTier => {
      const tierId = tierOf(customerId);
      return { customerId, step: reason, fromTierId: tierId, toTierId: tierId, because: { code: reason } };
    }),
  ];
  const counts = { up: 0, down: 0, same: 0, first: 0, pinned: 0, new: 0 };
  const tiers = new Map(tierIds.map((tierId) => [tierId, { tierId, before: 0, after: 0, salesFen: 0 }]));
  const moves = new Map<string, { fromTierId: Id | null; toTierId: Id; customers: number }>();
  for (const { customerId, step, fromTierId, toTierId } of rows) {
    counts[step] += 1;
    const before = fromTierId === null ? undefined : tiers.get(fromTierId);
    if (before) before.before += 1;
    const after = toTierId === null ? undefined : tiers.get(toTierId);
    if (after) {
      after.after += 1;
      after.salesFen += salesOf(customerId);
    }
    if (toTierId === null || fromTierId === toTierId) continue;
    const key = `${fromTierId} ${toTierId}`;
    const move = moves.get(key) ?? { fromTierId, toTierId, customers: 0 };
    move.customers += 1;
    moves.set(key, move);
  }
  return {
    rows,
    counts,
    tiers: [...tiers.values()].map((tier) => ({ ...tier, salesFen: fen(tier.salesFen) })),
    moves: [...moves.values()],
  };
}

function compared(
  { customerId, position, because }: ProposedTier,
  tierIds: readonly Id[],
  from: Id | null,
): ComparedTier {
  const to = tierIds[position];
  if (to === undefined) throw new Error(`no tier at position ${position}`);
  const at = from === null ? -1 : tierIds.indexOf(from);
  const place = at === -1 ? tierIds.length : at;
  const step = from === null ? 'first' : place === position ? 'same' : position < place ? 'up' : 'down';
  return { customerId, step, fromTierId: from, toTierId: to, because };
}
