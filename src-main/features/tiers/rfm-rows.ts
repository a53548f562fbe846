import { type RfmSegment, rfmSegments } from '../../../src-shared/tiers/methods/rfm.ts';
import type { RfmTable } from './rfm-job.ts';

/** Null: whatever it is. */
export interface RfmWish {
  readonly r: number | null;
  readonly f: number | null;
  readonly segment: RfmSegment | null;
}

/** Rows of the table in a cell, row, column or segment, in the order of the table. */
export function rowsWanted(table: RfmTable, { r, f, segment }: RfmWish): readonly number[] {
  const wanted: number[] = [];
  for (let row = 0; row < table.docs.length; row += 1) {
    if (r !== null && table.r[row] !== r) continue;
    if (f !== null && table.f[row] !== f) continue;
    if (segment !== null && segmentAt(table, row) !== segment) continue;
    wanted.push(row);
  }
  return wanted;
}

export function segmentAt(table: RfmTable, row: number): RfmSegment {
  const segment = rfmSegments[table.segments[row] ?? -1];
  if (segment === undefined) throw new Error(`row ${row} has no segment`);
  return segment;
}
