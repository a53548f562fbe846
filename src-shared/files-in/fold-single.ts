import type { FoldedSheet } from './fold-rows.ts';
import type { FoldingTarget, ImportTarget, ImportValues } from './import-target.ts';
import type { RowReading } from './read-row.ts';

/**
 * Every row a record. A row that says all that an earlier one says is the same voucher when a number says so, and is left
 * out; without a number two payments of one day and amount may be two: it is kept, and the user is asked (`sameName`).
 * Give it the rows without problems, in the order of the file.
 */
export function foldSingle(readings: readonly RowReading[], target: FoldingTarget<'single'>): FoldedSheet {
  const first = new Map<string, number>();
  const sameName = new Map<number, number>();
  const skipped: Map<number, { kind: 'same_as_row'; row: number }> = new Map();
  const records: FoldedSheet['records'][number][] = [];
  for (const { row, values } of readings) {
    const words = saidBy(values, target);
    const twin = first.get(words);
    if (twin === undefined) first.set(words, row);
    else if (values.has(target.folding.number)) {
      skipped.set(row, { kind: 'same_as_row', row: twin });
      continue;
    } else sameName.set(row, twin);
    records.push({ firstRow: row, rows: [row], values, children: [] });
  }
  return { records, foldsInto: new Map(), sameName, skipped, notices: new Map(), blocked: new Map() };
}

/** All that a row says, whatever the order of its columns. */
export function saidBy(values: ImportValues, target: ImportTarget): string {
  return JSON.stringify(target.fields.map(({ key }) => values.get(key) ?? null));
}
