import type { ReadDb } from '../../../db/open.ts';
import { readLedger } from '../../../db/queries/money/read-ledger.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import type { ReleasableAllocation, ReleasedAllocation } from '../../../src-shared/orders/orders-contract.ts';
import { releasableOf, releasesFor } from '../../../src-shared/receivables/ledger-changes.ts';
import { releasableAllocation, releasedAllocation } from '../../workflows/released-allocations.ts';

export interface ReleasesWish {
  readonly customerId: Id;
  readonly receivableId: Id;
  /** Null: the receivable would be voided. */
  readonly amountFen: Fen | null;
}

/** What a smaller amount, or a void, would free, and what could go instead. */
export function releasesOfReceivable(
  db: ReadDb,
  { customerId, receivableId, amountFen }: ReleasesWish,
): { readonly releases: readonly ReleasedAllocation[]; readonly releasable: readonly ReleasableAllocation[] } {
  const ledger = readLedger(db, customerId);
  const releases = releasesFor(ledger, receivableId, amountFen ?? fen(0));
  const releasable = releases.length === 0 ? [] : releasableOf(ledger, receivableId);
  return {
    releases: releases.map((part) => releasedAllocation(ledger, part)),
    releasable: releasable.map((allocation) => releasableAllocation(ledger, allocation)),
  };
}
