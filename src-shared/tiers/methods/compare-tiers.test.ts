import { describe, expect, it } from 'vitest';
import { fen } from '../../core/money.ts';
import { compareTiers } from './compare-tiers.ts';
import type { TierProposal } from './propose-tiers.ts';

const because = { code: 'no_orders' } as const;
const proposal: TierProposal = {
  tiers: [
    { customerId: 'rises', position: 0, because },
    { customerId: 'falls', position: 2, because },
    { customerId: 'stays', position: 1, because },
    { customerId: 'without', position: 1, because },
    { customerId: 'archived', position: 2, because },
  ],
  leftAlone: [
    { customerId: 'pinned', reason: 'pinned' },
    { customerId: 'fresh', reason: 'new' },
  ],
};
const now = new Map([
  ['rises', 'B'],
  ['falls', 'A'],
  ['stays', 'B'],
  ['archived', 'X'],
  ['pinned', 'A'],
]);

const compared = compareTiers(
  proposal,
  ['A', 'B', 'C'],
  (id) => now.get(id) ?? null,
  () => fen(100),
);

describe('compareTiers', () => {
  it('says of each customer what the proposal does', () => {
    expect(Object.fromEntries(compared.rows.map(({ customerId, step }) => [customerId, step]))).toEqual({
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

  it('counts customers and sales by tier, the pinned with theirs, and adds up in the moves', () => {
    expect(compared.tiers).toEqual([
      { tierId: 'A', before: 2, after: 2, salesFen: 200 },
      { tierId: 'B', before: 2, after: 2, salesFen: 200 },
      { tierId: 'C', before: 0, after: 2, salesFen: 200 },
    ]);
    expect(compared.moves).toEqual([
      { fromTierId: 'B', toTierId: 'A', customers: 1 },
      { fromTierId: 'A', toTierId: 'C', customers: 1 },
      { fromTierId: null, toTierId: 'B', customers: 1 },
      { fromTierId: 'X', toTierId: 'C', customers: 1 },
    ]);
  });
});
