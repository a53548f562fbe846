import type { Id } from '../../core/id.ts';
import { type Fen, fen } from '../../core/money.ts';

export interface AbcInput {
  readonly customerId: Id;
  /** Not below 0. */
  readonly salesFen: Fen;
}

export interface AbcShare extends AbcInput {
  /** Sales of those with more sales. */
  readonly beforeFen: Fen;
  readonly totalFen: Fen;
  /** From 0, the first class; `cuts.length`: the last, to which those without sales belong. */
  readonly position: number;
}

/**
 * ABC by cumulative share (domain §4), sales descending, in whole numbers: the first class while (sales before the
 * customer) × 100 < cut × total; equal sales take the share before the first of them, and so share a class. `cuts` in
 * percent, ascending. Those without sales are in the last class.
 */
export function abcShares(customers: readonly AbcInput[], cuts: readonly number[]): readonly AbcShare[] {
  const sorted = [...customers].sort((a, b) => b.salesFen - a.salesFen || (a.customerId < b.customerId ? -1 : 1));
  const total = sorted.reduce((sum, { salesFen }) => sum + BigInt(salesFen), 0n);
  const shares: AbcShare[] = [];
  let before = 0n;
  let passed = 0n;
  let previous = -1;
  for (const { customerId, salesFen } of sorted) {
    if (salesFen !== previous) before = passed;
    previous = salesFen;
    passed += BigInt(salesFen);
    const within = salesFen === 0 ? -1 : cuts.findIndex((cut) => before * 100n < BigInt(cut) * total);
    shares.push({
      customerId,
      salesFen,
      beforeFen: fenOf(before),
      totalFen: fenOf(total),
      position: within === -1 ? cuts.length : within,
    });
  }
  return shares;
}

function fenOf(sum: bigint): Fen {
  return fen(Number(sum));
}
