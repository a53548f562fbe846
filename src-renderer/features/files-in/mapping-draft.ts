import { fieldOf, type ImportTarget } from '../../../src-shared/files-in/import-target.ts';
import type { ColumnMapping, ImportPlan } from '../../../src-shared/files-in/imports-contract.ts';

export type ColumnAnswer = ColumnMapping['columns'][number]['answers'];

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
export function withField(
  target: ImportTarget,
  mapping: ColumnMapping,
  column: number,
  field: string | null,
): ColumnMapping {
  const takenFrom = field === null ? null : columnToFree(target, mapping, column, field);
  return {
    ...mapping,
    columns: mapping.columns.map((each) => {
      if (each.column === column) return each.field === field ? each : { column, field, answers: {} };
      return each.column === takenFrom ? { ...each, field: null, answers: {} } : each;
    }),
  };
}

/** The other column that would lose this field; null when none has it, or when several may. */
export function columnToFree(
  target: ImportTarget,
  mapping: ColumnMapping,
  column: number,
  field: string,
): number | null {
  if (fieldOf(target, field)?.isRepeatable) return null;
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

/** Which of the target's needs no column meets, by itself or by what stands in for it (domain §10); null: all are met. */
export function missingNeed(target: ImportTarget, mapping: ColumnMapping): string | null {
  const has = (key: string) => mapping.columns.some((each) => each.field === key);
  const whole = (key: string) =>
    has(key) || target.combined.some(({ into, family, given }) => into === key && (has(family) || has(given)));
  const given = (key: string) => whole(key) || target.fallbacks.some(({ field, from }) => field === key && whole(from));
  return target.needs.find((group) => !group.some(given))?.[0] ?? null;
}

/** Column A is 0. */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last;
}
