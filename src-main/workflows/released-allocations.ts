import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { ReleasableAllocation, ReleasedAllocation } from '../../src-shared/orders/orders-contract.ts';
import type { Allocation, Ledger } from '../../src-shared/receivables/ledger.ts';
import type { ReleasedPart } from '../../src-shared/receivables/ledger-changes.ts';

/** What is freed, as the window is told of it. */
export function releasedAllocation(ledger: Ledger, { allocation, releasedFen }: ReleasedPart): ReleasedAllocation {
  return { ...named(ledger, allocation), releasedFen };
}

/** What may be freed instead, as the window is told of it. */
export function releasableAllocation(ledger: Ledger, allocation: Allocation): ReleasableAllocation {
  return { ...named(ledger, allocation), allocatedFen: allocation.amountFen };
}

function named(ledger: Ledger, { id: allocationId, sourceId, receivableId }: Allocation) {
  return { allocationId, sourceId, receivableId, sourceOn: dayOfSource(ledger, sourceId) };
}

function dayOfSource(ledger: Ledger, sourceId: string): CalendarDate {
  const source = ledger.sources.find(({ id }) => id === sourceId);
  if (!source) throw new Error(`allocations of source ${sourceId}, which is not in the ledger`);
  return source.on;
}
