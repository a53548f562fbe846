import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { fillColumn } from '../../../src-shared/core/fill-column.ts';
import { type TierComparison, type TierStep, tierSteps } from '../../../src-shared/tiers/methods/compare-tiers.ts';
import { reasonAt, type TierProposal } from '../../../src-shared/tiers/methods/propose-tiers.ts';
import type { PreviewRow } from '../../../src-shared/tiers/segmentation-contract.ts';
import type { SegmentedBook } from './segment-book.ts';

/**
 * A preview as it crosses from the job's thread: a hundred thousand customers as columns cost the main thread a few
 * milliseconds, as objects a tenth of a second.
 */
export interface PreviewTable {
  readonly asOf: CalendarDate;
  /** The customers, by row number in customer_list. */
  readonly docs: Int32Array;
  readonly proposal: TierProposal;
  readonly comparison: TierComparison;
  /** Places of each step, most sales first. */
  readonly placesOf: Readonly<Record<TierStep, Int32Array>>;
}

export function previewTable(
  { docs, proposal, comparison, salesFen }: SegmentedBook,
  asOf: CalendarDate,
): PreviewTable {
  const places = fillColumn(new Int32Array(salesFen.length), (place) => place);
  const bySales = places.sort((a, b) => (salesFen[b] ?? 0) - (salesFen[a] ?? 0) || a - b);
  const having = (step: TierStep) => {
    const code = tierSteps.indexOf(step);
    return bySales.filter((place) => comparison.steps[place] === code);
  };
  return {
    asOf,
    docs,
    proposal,
    comparison,
    placesOf: {
      up: having('up'),
      down: having('down'),
      same: having('same'),
      first: having('first'),
      pinned: having('pinned'),
      new: having('new'),
    },
  };
}

type TiersAndReason = Pick<PreviewRow, 'fromTierId' | 'toTierId' | 'because'>;

/** The tiers between which the customer at a place goes, and why. */
export function previewRow({ proposal, comparison }: PreviewTable, place: number): TiersAndReason {
  const tierAt = (column: Int16Array) => comparison.tierIds[column[place] ?? -1] ?? null;
  return { fromTierId: tierAt(comparison.from), toTierId: tierAt(comparison.to), because: reasonAt(proposal, place) };
}
