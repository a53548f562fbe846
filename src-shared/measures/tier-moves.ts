import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';

/** An assignment of a tier; null: set back to 未分级. */
export interface TierAssignment {
  readonly tierId: Id | null;
  readonly effectiveOn: CalendarDate;
}

/** The tier on a day: the last assignment up to it (domain §4). `history` in the order it was written. */
export function tierOn(history: readonly TierAssignment[], asOf: CalendarDate): Id | null {
  let found: TierAssignment | null = null;
  for (const assignment of history) {
    if (assignment.effectiveOn > asOf) continue;
    if (!found || assignment.effectiveOn >= found.effectiveOn) found = assignment;
  }
  return found?.tierId ?? null;
}

/** The way between two steps, with who went it. */
export interface TierMove {
  readonly from: Id;
  readonly to: Id;
  readonly customerIds: readonly Id[];
}

export interface TierMoves {
  readonly upgraded: readonly Id[];
  readonly downgraded: readonly Id[];
  /** Only between different tiers. */
  readonly moves: readonly TierMove[];
  /** Customers that had a tier on both days. */
  readonly present: number;
}

/**
 * Upgraded and downgraded over customers present on both days (domain §5): with a tier on each. `before`, `after`: the
 * tier of each customer on F − 1 and on T. `positionOf`: 0 the highest.
 */
export function tierMoves(
  before: ReadonlyMap<Id, Id | null>,
  after: ReadonlyMap<Id, Id | null>,
  positionOf: (tierId: Id) => number,
): TierMoves {
  const upgraded: Id[] = [];
  const downgraded: Id[] = [];
  const moves = new Map<string, { readonly from: Id; readonly to: Id; readonly customerIds: Id[] }>();
  let present = 0;
  for (const [customerId, from] of before) {
    const to = after.get(customerId);
    if (!from || !to) continue;
    present += 1;
    if (from === to) continue;
    (positionOf(to) < positionOf(from) ? upgraded : downgraded).push(customerId);
    const key = `${from} ${to}`;
    const move = moves.get(key) ?? { from, to, customerIds: [] };
    move.customerIds.push(customerId);
    moves.set(key, move);
  }
  return { upgraded, downgraded, moves: [...moves.values()], present };
}
