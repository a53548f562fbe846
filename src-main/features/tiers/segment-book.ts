import type { ReadDb } from '../../../db/open.ts';
import { customerSales, type SegmentedCustomer } from '../../../db/queries/sales/customer-sales.ts';
import { judgedFacts } from '../../../db/queries/sales/judged-facts.ts';
import { tiersOn } from '../../../db/queries/sales/tiers-on.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { ok, type Result } from '../../../src-shared/core/result.ts';
import { compareTiers, type TierComparison } from '../../../src-shared/tiers/methods/compare-tiers.ts';
import { type NoProposal, proposeTiers, type TierMethod } from '../../../src-shared/tiers/methods/propose-tiers.ts';
import { tierIdsInUse } from './method-settings.ts';

export interface SegmentOrder {
  readonly method: TierMethod;
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
  readonly timeZone: string;
}

export interface SegmentedBook {
  readonly customers: readonly SegmentedCustomer[];
  readonly comparison: TierComparison;
}

/** What a method says of the whole book as of a day, beside the tiers of that day (domain §4). From facts; writes nothing. */
export function segmentBook(
  db: ReadDb,
  { method, asOf, today, timeZone }: SegmentOrder,
): Result<SegmentedBook, NoProposal> {
  const rfmMonths = method.kind === 'rfm' ? method.windowMonths : null;
  const customers = customerSales(db, { asOf, timeZone, rfmMonths, ...judgedFacts(db, method, asOf, timeZone) });
  const tierIds = tierIdsInUse(db);
  const proposal = proposeTiers(method, customers, tierIds.length, asOf);
  if (!proposal.ok) return proposal;
  const known = new Map(customers.map((customer) => [customer.customerId, customer]));
  const past = asOf < today ? tiersOn(db, asOf) : null;
  const tierOf = (id: Id) => (past ? (past.get(id) ?? null) : (known.get(id)?.tierId ?? null));
  const salesOf = (id: Id) => known.get(id)?.salesFen ?? fen(0);
  return ok({ customers, comparison: compareTiers(proposal.value, tierIds, tierOf, salesOf) });
}
