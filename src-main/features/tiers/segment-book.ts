import type { ReadDb } from '../../../db/open.ts';
import { customerSales } from '../../../db/queries/sales/customer-sales.ts';
import { judgedFacts } from '../../../db/queries/sales/judged-facts.ts';
import { tiersOfDocs } from '../../../db/queries/sales/tiers-on.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { ok, type Result } from '../../../src-shared/core/result.ts';
import { compareTiers, currentTiers, type TierComparison } from '../../../src-shared/tiers/methods/compare-tiers.ts';
import {
  type NoProposal,
  proposeTiers,
  type TierMethod,
  type TierProposal,
} from '../../../src-shared/tiers/methods/propose-tiers.ts';
import { tierIdsInUse } from './method-settings.ts';

export interface SegmentOrder {
  readonly method: TierMethod;
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
  readonly timeZone: string;
}

/** In columns; place k of each is the same customer. */
export interface SegmentedBook {
  /** The customers, by row number in customer_list. */
  readonly docs: Int32Array;
  readonly proposal: TierProposal;
  readonly comparison: TierComparison;
  /** Of 12 months. */
  readonly salesFen: Float64Array;
}

/** What a method says of the whole book as of a day, beside the tiers of that day (domain §4). From facts; writes nothing. */
export function segmentBook(
  db: ReadDb,
  { method, asOf, today, timeZone }: SegmentOrder,
): Result<SegmentedBook, NoProposal> {
  const rfmMonths = method.kind === 'rfm' ? (method.windowMonths ?? 'ever') : null;
  const judged = judgedFacts(db, method, asOf, timeZone);
  const { docs, tiers, ...sales } = customerSales(db, { asOf, timeZone, rfmMonths, judged });
  const listed = tierIdsInUse(db);
  const proposed = proposeTiers(method, sales, listed.length, asOf);
  if (!proposed.ok) return proposed;
  const current = asOf < today ? currentTiers(tiersOfDocs(db, docs, asOf), listed) : tiers;
  const comparison = compareTiers(proposed.value, listed.length, current, sales.salesFen);
  return ok({ docs, proposal: proposed.value, comparison, salesFen: sales.salesFen });
}
