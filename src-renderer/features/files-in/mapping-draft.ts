import { type CustomerImportKey, customersTarget } from '../../../src-shared/files-in/customers-target.ts';
import { fieldOf } from '../../../src-shared/files-in/import-target.ts';
import type { ColumnMapping, ImportPlan } from '../../../src-shared/files-in/imports-contract.ts';

export type ColumnAnswer = ColumnMapping['columns'][number]['answers'];

export function isImportKey(key: string): key is CustomerImportKey {
  return fieldOf(customersTarget, key) !== null;
}

/** What the plan proposes, as it is handed to the check. */
export function mappingOf(plan: ImportPlan): ColumnMapping {
  return {
    headerRow: plan.headerRow,
    firstDataRow: plan.firstDataRow,
    columns: plan.columns.map(({ column, field }) => ({ column, field, answers: {} })),
    includeHiddenRows: false,
  };
}

/**
 * Gives a column a field, or none. A field that may stand only once is taken from the column that had it, which is then
 * not imported: two columns of one name cannot both be the name. Answers belong to the old field and go with it.
 */
export function withField(mapping: ColumnMapping, column: number, field: CustomerImportKey | null): ColumnMapping {
  const takenFrom = field === null ? null : columnToFree(mapping, column, field);
  return {
    ...mapping,
    columns: mapping.columns.map((each) => {
      if (each.column === column) return each.field === field ? each : { column, field, answers: {} };
      return each.column === takenFrom ? { ...each, field: null, answers: {} } : each;
    }),
  };
}

/** The other column that would lose this field; null when none has it, or when several may. */
export function columnToFree(mapping: ColumnMapping, column: number, field: CustomerImportKey): number | null {
  if (fieldOf(customersTarget, field)?.isRepeatable) return null;
  return mapping.columns.find((each) => each.field === field && each.column !== column)?.column ?? null;
}

/** The answer holds for every column of the field: it was asked once. */
export function withAnswer(mapping: ColumnMapping, field: string, answer: ColumnAnswer): ColumnMapping {
  return {
    ...mapping,
    columns: mapping.columns.map((each) =>
      each.field === field ? { ...each, answers: { ...each.answers, ...answer } } : each,
    ),
  };
}

/** Whether some column gives the required name, by itself or by what stands in for it (domain §10). */
export function givesName(mapping: ColumnMapping): boolean {
  const has = (key: string) => mapping.columns.some((each) => each.field === key);
  const whole = (key: string) =>
    has(key) || customersTarget.combined.some(({ into, family, given }) => into === key && (has(family) || has(given)));
  const { name } = customersTarget.identity;
  return whole(name) || customersTarget.fallbacks.some(({ field, from }) => field === name && whole(from));
}

/** Column A is 0. */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last;
}
