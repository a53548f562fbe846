import type { RowReading } from '../../../src-shared/files-in/read-row.ts';

/** Rows that can be read and that the user wants. */
export function goodRows(readings: readonly RowReading[], isLeftOut: (row: number) => boolean): readonly RowReading[] {
  return readings.filter(({ row, problems }) => problems.length === 0 && !isLeftOut(row));
}
