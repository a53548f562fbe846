import { fen, fenToYuanText } from '../../../src-shared/core/money.ts';
import { isQuestion } from '../../../src-shared/files-in/import-problem.ts';
import {
  type FieldKind,
  fieldOf,
  type ImportTarget,
  type ImportValue,
} from '../../../src-shared/files-in/import-target.ts';
import type { ImportCell } from '../../../src-shared/files-in/imports-contract.ts';
import type { RowPlan, RowReading } from '../../../src-shared/files-in/read-row.ts';
import { cellText, type SheetRow } from '../../../src-shared/files-in/sheet-cell.ts';

/** A field of a row that differs from the book. */
export interface CellChange {
  readonly field: string;
  readonly before: string | null;
}

/** The row as the check grid shows it: what was understood, or the sheet's own text where it was not. */
export function viewCells(
  reading: RowReading,
  row: SheetRow,
  plan: RowPlan,
  target: ImportTarget,
  changes: readonly CellChange[],
): readonly ImportCell[] {
  const ofPlan = fieldsOfPlan(plan, target);
  let isPlanned = true;
  for (const field of reading.values.keys()) isPlanned &&= ofPlan.has(field);
  return (isPlanned ? [...ofPlan] : fieldsShown(plan, target, reading.values.keys())).map((field) => {
    const problem = reading.problems.find((candidate) => candidate.field === field) ?? null;
    const change = changes.find((candidate) => candidate.field === field);
    const value = reading.values.get(field);
    return {
      field,
      text: problem
        ? problem.text
        : value === undefined
          ? ''
          : shown(fieldOf(target, field)?.kind, field, value, row, plan),
      mark: problem ? (isQuestion(problem.problem) ? 'question' : 'error') : change ? 'changed' : null,
      problem: problem?.problem ?? null,
      before: change?.before ?? null,
    };
  });
}

const ofPlans = new WeakMap<RowPlan, ReadonlySet<string>>();

/** What most rows show: the fields of the columns. */
function fieldsOfPlan(plan: RowPlan, target: ImportTarget): ReadonlySet<string> {
  let fields = ofPlans.get(plan);
  if (!fields) {
    fields = new Set(fieldsShown(plan, target, []));
    ofPlans.set(plan, fields);
  }
  return fields;
}

/** In the order of the target; fields that only a split cell fills are among them. */
export function fieldsShown(plan: RowPlan, target: ImportTarget, filled: Iterable<string>): readonly string[] {
  const wanted = new Set<string>(filled);
  for (const { field } of plan.columns) if (field !== null) wanted.add(field);
  return target.fields.map(({ key }) => key).filter((key) => wanted.has(key));
}

function shown(kind: FieldKind | undefined, field: string, value: ImportValue, row: SheetRow, plan: RowPlan): string {
  // What became an id or a word of the program: the sheet's own text is what the reader knows.
  if (kind !== undefined && shownAsWritten.has(kind)) {
    const column = plan.columns.find((candidate) => candidate.field === field)?.column;
    return column === undefined ? '' : cellText(row.cells[column] ?? null).trim();
  }
  if (typeof value === 'number') {
    if (kind === 'amount') return fenToYuanText(fen(value));
    return kind === 'price' ? decimalText(value, 4) : kind === 'quantity' ? decimalText(value, 3) : String(value);
  }
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' ? '' : value.join('、');
}

const shownAsWritten: ReadonlySet<FieldKind> = new Set(['tier', 'user', 'yes_no', 'method', 'discount']);

/** 35000 in 1/10,000 as 3.5. */
function decimalText(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -decimals)}${fraction === '' ? '' : `.${fraction}`}`;
}
