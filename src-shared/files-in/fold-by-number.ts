import { bareText } from '../core/fold-text.ts';
import type { FoldedSheet } from './fold-rows.ts';
import { saidBy } from './fold-single.ts';
import type { ImportNotice } from './import-problem.ts';
import {
  type FoldingTarget,
  fieldOf,
  type ImportTarget,
  type ImportValue,
  type ImportValues,
} from './import-target.ts';
import type { RowReading } from './read-row.ts';
import type { RowReason } from './row-reason.ts';

interface OpenOrder {
  readonly firstRow: number;
  readonly rows: number[];
  readonly values: Map<string, ImportValue>;
  readonly children: { readonly row: number; readonly values: ImportValues }[];
}

/**
 * Rows of one number are the lines of one order; without numbers those of one customer and day. Half an order is none:
 * a row that cannot be read, or that the user leaves out, keeps the whole order out. So do two customers or two days
 * under one number. A line that stands there twice counts twice, and that is said.
 * Give it all rows that say something, in the order of the file.
 */
export function foldByNumber(
  readings: readonly RowReading[],
  target: FoldingTarget<'by_number'>,
  columnOf: (field: string) => number,
  isLeftOut: (row: number) => boolean,
): FoldedSheet {
  const orders = new Map<string, OpenOrder>();
  const foldsInto = new Map<number, number>();
  const notices = new Map<number, readonly ImportNotice[]>();
  const blocked = new Map<number, { readonly reason: RowReason; readonly row: number }>();
  const blockedKeys = new Map<string, { readonly reason: RowReason; readonly row: number }>();
  const lines = new Map<string, Set<string>>();
  for (const reading of readings) {
    const { row, values } = reading;
    const key = orderKeyOf(values, target);
    if (isLeftOut(row)) blockedKeys.set(key, { reason: 'left_out', row });
    else if (reading.problems.length > 0) {
      if (!blockedKeys.has(key)) blockedKeys.set(key, { reason: 'order_incomplete', row });
      continue;
    }
    const order = orders.get(key);
    if (!order) {
      orders.set(key, begun(reading, target));
      lines.set(key, new Set([saidBy(values, target)]));
      continue;
    }
    order.rows.push(row);
    foldsInto.set(row, order.firstRow);
    const differing = addTo(order, reading, target);
    if (differing.some((field) => target.folding.else.includes(field)) && !blockedKeys.has(key))
      blockedKeys.set(key, { reason: 'order_contradicts', row });
    const seen = lines.get(key) ?? new Set();
    const words = saidBy(values, target);
    notices.set(row, [
      ...differing.map((field) => ({
        kind: 'differs_from_first_row' as const,
        column: columnOf(field),
        text: String(values.get(field)),
        row: order.firstRow,
      })),
      ...(seen.has(words) ? [{ kind: 'line_twice' as const, column: -1, text: '' }] : []),
    ]);
    seen.add(words);
    lines.set(key, seen);
  }
  for (const [key, why] of blockedKeys) {
    const order = orders.get(key);
    if (order) blocked.set(order.firstRow, why);
  }
  return { records: [...orders.values()], foldsInto, sameName: new Map(), skipped: new Map(), notices, blocked };
}

/** What makes rows one order. */
export function orderKeyOf(values: ImportValues, { folding }: FoldingTarget<'by_number'>): string {
  const number = bareText(String(values.get(folding.number) ?? ''));
  if (number !== '') return `number ${number}`;
  return `of ${folding.else.map((key) => bareText(String(values.get(key) ?? ''))).join(' ')}`;
}

function begun({ row, values }: RowReading, target: ImportTarget): OpenOrder {
  const main = new Map([...values].filter(([key]) => fieldOf(target, key)?.of === 'main'));
  return { firstRow: row, rows: [row], values: main, children: [{ row, values }] };
}

/** The fields of the order itself in which the row contradicts an earlier one; the first row that says something wins. */
function addTo(order: OpenOrder, { row, values }: RowReading, target: ImportTarget): readonly string[] {
  order.children.push({ row, values });
  const differing: string[] = [];
  for (const [key, value] of values) {
    if (fieldOf(target, key)?.of !== 'main') continue;
    const before = order.values.get(key);
    if (before === undefined) order.values.set(key, value);
    else if (bareText(String(before)) !== bareText(String(value))) differing.push(key);
  }
  return differing;
}
