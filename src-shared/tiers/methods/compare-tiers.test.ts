import { describe, expect, it } from 'vitest';
import { compareTiers, currentTiers, tierSteps } from './compare-tiers.ts';
import type { TierProposal } from './propose-tiers.ts';
import { verdicts } from './tier-because.ts';

const customers = ['rises', 'falls', 'stays', 'without', 'archived', 'pinned', 'fresh'];
const verdictOf = (code: (typeof verdicts)[number]) => verdicts.indexOf(code);
const proposal: TierProposal = {
  positions: Int16Array.of(0, 2, 1, 1, 2, -1, -1),
  verdicts: Uint8Array.of(0, 0, 0, 0, 0, verdictOf('pinned'), verdictOf('new')),
  judgement: { code: 'sales', salesFen: new Float64Array(customers.length) },
};
const now = ['B', 'A', 'B', null, 'X', 'A', null];
const compared = compareTiers(
  proposal,
  3,
  currentTiers(now, ['A', 'B', 'C']),
  new Float64Array(customers.length).fill(100),
);

describe('compareTiers', () => {
  it('says of each customer what the proposal does', () => {
    expect(
      Object.fromEntries(customers.map((customer, place) => [customer, tierSteps[compared.steps[place] ?? -1]])),
    ).toEqual({
      rises: 'up',
      falls: 'down',
      stays: 'same',
      without: 'first',
      // From a tier that is no longer in the list: below all of them.
      archived: 'up',
      pinned: 'pinned',
      fresh: 'new',
    });
    expect(compared.counts).toEqual({ up: 2, down: 1, same: 1, first: 1, pinned: 1, new: 1 });
  });

  it('names the tiers on both sides of each customer', () => {
    const named = (column: Int16Array) => Array.from(column, (place) => compared.tierIds[place] ?? null);
    expect(named(compared.from)).toEqual(now);
    expect(named(compared.to)).toEqual(['A', 'C', 'B', 'B', 'C', 'A', null]);
  });

  it('counts customers and sales by tier, the pinned with theirs, and adds up in the moves', () => {
    expect(compared.tiers).toEqual([
      { tierId: 'A', before: 2, after: 2, salesFen: 200 },
      { tierId: 'B', before: 2, after: 2, salesFen: 200 },
      { tierId: 'C', before: 0, after: 2, salesFen: 200 },
    ]);
    expect(compared.moves).toEqual([
      { fromTierId: null, toTierId: 'B', customers: 1 },
      { fromTierId: 'A', toTierId: 'C', customers: 1 },
      { fromTierId: 'B', toTierId: 'A', customers: 1 },
      { fromTierId: 'X', toTierId: 'C', customers: 1 },
    ]);
  });
});
