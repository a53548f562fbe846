import { fen, fenToYuanText } from '../../../src-shared/core/money.ts';
import { type CustomerImportKey, customersTarget } from '../../../src-shared/files-in/customers-target.ts';
import { isQuestion } from '../../../src-shared/files-in/import-problem.ts';
import { fieldOf, type ImportValue } from '../../../src-shared/files-in/import-target.ts';
import type { ImportCell } from '../../../src-shared/files-in/imports-contract.ts';
import type { RowPlan, RowReading } from '../../../src-shared/files-in/read-row.ts';
import { cellText, type SheetRow } from '../../../src-shared/files-in/sheet-cell.ts';

/** A field of a row that differs from the book. */
export interface CellChange {
  readonly field: CustomerImportKey;
  readonly before: string | null;
}

/** The row as the check grid shows it: what was understood, or the sheet's own text where it was not. */
export function viewCells(
  reading: RowReading<CustomerImportKey>,
  row: SheetRow,
  plan: RowPlan<CustomerImportKey>,
  changes: readonly CellChange[],
): readonly ImportCell[] {
  const ofPlan = fieldsOfPlan(plan);
  let isPlanned = true;
  for (const field of reading.values.keys()) isPlanned &&= ofPlan.has(field);
  return (isPlanned ? [...ofPlan] : fieldsShown(plan, reading.values.keys())).map((field) => {
    const problem = reading.problems.find((candidate) => candidate.field === field) ?? null;
    const change = changes.find((candidate) => candidate.field === field);
    const value = reading.values.get(field);
    return {
      field,
      text: problem ? problem.text : value === undefined ? '' : shown(field, value, row, plan),
      mark: problem ? (isQuestion(problem.problem) ? 'question' : 'error') : change ? 'changed' : null,
      problem: problem?.problem ?? null,
      before: change?.before ?? null,
    };
  });
}

const ofPlans = new WeakMap<RowPlan<CustomerImportKey>, ReadonlySet<CustomerImportKey>>();

/** What most rows show: the fields of the columns. */
function fieldsOfPlan(plan: RowPlan<CustomerImportKey>): ReadonlySet<CustomerImportKey> {
  let fields = ofPlans.get(plan);
  if (!fields) {
    fields = new Set(fieldsShown(plan, []));
    ofPlans.set(plan, fields);
  }
  return fields;
}

/** In the order of the target; fields that only a split cell fills are among them. */
export function fieldsShown(
  plan: RowPlan<CustomerImportKey>,
  filled: Iterable<CustomerImportKey>,
): readonly CustomerImportKey[] {
  const wanted = new Set<CustomerImportKey>(filled);
  for (const { field } of plan.columns) if (field !== null) wanted.add(field);
  return customersTarget.fields.map(({ key }) => key).filter((key) => wanted.has(key));
}

function shown(field: CustomerImportKey, value: ImportValue, row: SheetRow, plan: RowPlan<CustomerImportKey>): string {
  const kind = fieldOf(customersTarget, field)?.kind;
  // A tier or a user was turned into an id: the sheet's word is what the reader knows.
  if (kind === 'tier' || kind === 'user' || kind === 'yes_no') {
    const column = plan.columns.find((candidate) => candidate.field === field)?.column;
    return column === undefined ? '' : cellText(row.cells[column] ?? null).trim();
  }
  if (typeof value === 'number') return kind === 'amount' ? fenToYuanText(fen(value)) : String(value);
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' ? '' : value.join('、');
}
