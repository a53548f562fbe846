import type { ReadDb } from '../../../db/open.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { NoProposal } from '../../../src-shared/tiers/methods/propose-tiers.ts';
import type { Job } from '../../jobs/job.ts';
import { type PreviewTable, previewTable } from './preview-table.ts';
import { type SegmentOrder, segmentBook } from './segment-book.ts';

export type MadePreview =
  | { readonly table: PreviewTable; readonly problem: null }
  | { readonly table: null; readonly problem: NoProposal };

/** Live preview of a method (domain §4). */
export function makePreview(db: ReadDb, order: SegmentOrder): MadePreview {
  const segmented = segmentBook(db, order);
  if (!segmented.ok) return { table: null, problem: segmented.error };
  return { table: previewTable(segmented.value, order.asOf), problem: null };
}

/** As makePreview, in a thread of its own. */
export const previewTiersJob: Job<SegmentOrder, MadePreview> = (order, control) => {
  const opened = control.openBook('read');
  return opened.ok ? ok(makePreview(opened.value, order)) : opened;
};
