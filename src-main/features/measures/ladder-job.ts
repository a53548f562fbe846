import type { ReadDb } from '../../../db/open.ts';
import { type LadderOrder, ladderCustomers } from '../../../db/queries/sales/ladder-facts.ts';
import { tierRows } from '../../../db/queries/tier-rows.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { customersForShare, topShare } from '../../../src-shared/measures/concentration.ts';
import {
  halfPercent,
  type LadderCustomer,
  type LadderFigures,
  ladderFigures,
  topPercent,
} from '../../../src-shared/measures/ladder.ts';
import type { Job } from '../../jobs/job.ts';

/** The customers behind a ladder as columns, most sales first: objects would cost the main thread a tenth of a second. */
export interface LadderTable {
  readonly figures: LadderFigures;
  readonly customerIds: readonly Id[];
  /** Tiers that rows name by place; -1 in a row: none. */
  readonly tierIds: readonly Id[];
  readonly before: Int16Array;
  readonly after: Int16Array;
  /** Bits of `ladderFlags`. */
  readonly flags: Uint8Array;
  readonly sales: Float64Array;
  readonly profits: Float64Array;
  readonly lastOrderOn: readonly (CalendarDate | null)[];
}

export const ladderFlags = { new: 1, lost: 2, won_back: 4, active_before: 8, top: 16, half: 32, active: 64 } as const;

/** 客户阶梯 of a period over the whole book. */
export function makeLadder(db: ReadDb, order: LadderOrder): LadderTable {
  const customers = [...ladderCustomers(db, order)].sort(
    (a, b) => b.profit.salesFen - a.profit.salesFen || (a.customerId < b.customerId ? -1 : 1),
  );
  const listed = tierRows(db)
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ id }) => id);
  return tableOf(customers, ladderFigures(customers, listed));
}

/** As makeLadder, in a thread of its own. */
export const ladderJob: Job<LadderOrder, LadderTable> = (order, control) => {
  const opened = control.openBook('read');
  return opened.ok ? ok(makeLadder(opened.value, order)) : opened;
};

function tableOf(customers: readonly LadderCustomer[], figures: LadderFigures): LadderTable {
  const tierIds = [...new Set(customers.flatMap(({ tierBefore, tierAfter }) => [tierBefore, tierAfter]))].filter(
    (tierId) => tierId !== null,
  );
  const placeOf = new Map(tierIds.map((tierId, place) => [tierId, place]));
  const place = (tierId: Id | null) => (tierId === null ? -1 : (placeOf.get(tierId) ?? -1));
  const sales = customers.map(({ customerId, profit }) => ({ customerId, salesFen: profit.salesFen }));
  const top = new Set(topShare(sales, topPercent).customerIds);
  const half = new Set(customersForShare(sales, halfPercent)?.customerIds);
  return {
    figures,
    customerIds: customers.map(({ customerId }) => customerId),
    tierIds,
    before: Int16Array.from(customers, ({ tierBefore }) => place(tierBefore)),
    after: Int16Array.from(customers, ({ tierAfter }) => place(tierAfter)),
    flags: Uint8Array.from(
      customers,
      ({ customerId, movement, isActiveBefore, isActiveAfter }) =>
        (movement === null ? 0 : ladderFlags[movement]) +
        (isActiveBefore ? ladderFlags.active_before : 0) +
        (isActiveAfter ? ladderFlags.active : 0) +
        (top.has(customerId) ? ladderFlags.top : 0) +
        (half.has(customerId) ? ladderFlags.half : 0),
    ),
    sales: Float64Array.from(customers, ({ profit }) => profit.salesFen),
    profits: Float64Array.from(customers, ({ profit }) => profit.profitFen),
    lastOrderOn: customers.map(({ lastOrderOn }) => lastOrderOn),
  };
}
