import type { ReadDb } from '../../../db/open.ts';
import { readLedger } from '../../../db/queries/money/read-ledger.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import type { ReleasedAllocation } from '../../../src-shared/orders/orders-contract.ts';
import { releasesFor } from '../../../src-shared/receivables/ledger-changes.ts';

export interface ReleasesWish {
  readonly customerId: Id;
  readonly receivableId: Id;
  /** Null: the receivable would be voided. */
  readonly amountFen: Fen | null;
}

/** What a smaller amount, or a void, would free. */
export function releasesOfReceivable(
  db: ReadDb,
  { customerId, receivableId, amountFen }: ReleasesWish,
): { readonly releases: readonly ReleasedAllocation[] } {
  const ledger = readLedger(db, customerId);
  const cameOn = new Map(ledger.sources.map(({ id, on }) => [id, on]));
  const releases = releasesFor(ledger, receivableId, amountFen ?? fen(0)).map(({ allocation, releasedFen }) => {
    const { id, sourceId } = allocation;
    const sourceOn = cameOn.get(sourceId);
    if (sourceOn === undefined) throw new Error(`allocation ${id} of a source that is not in the ledger`);
    return { allocationId: id, sourceId, receivableId, sourceOn, releasedFen };
  });
  return { releases };
}
