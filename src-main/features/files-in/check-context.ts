import { allAnswers, type ImportCheckFile } from '../../../db/import-check/import-check-file.ts';
import type { ReadDb } from '../../../db/open.ts';
import { tierRows } from '../../../db/queries/tier-rows.ts';
import { liveUserRows } from '../../../db/queries/user-rows.ts';
import { fieldOf, type ImportTarget } from '../../../src-shared/files-in/import-target.ts';
import type { ColumnMapping, ProposedColumn } from '../../../src-shared/files-in/imports-contract.ts';
import type { RowPlan } from '../../../src-shared/files-in/read-row.ts';
import type { CheckRequest } from './check-request.ts';
import type { CheckContext } from './check-rows.ts';
import { targetDesks } from './target-desks.ts';

/** What a check asks the book and the user's answers. */
export function checkContext(
  db: ReadDb,
  file: ImportCheckFile,
  request: CheckRequest,
  columns: readonly ProposedColumn[],
): CheckContext {
  const desk = targetDesks[request.target];
  return {
    plan: rowPlanOf(request.mapping, columns, desk.target),
    desk,
    settle: desk.settler(db, request),
    names: {
      tiers: tierRows(db).filter((tier) => tier.archivedAt === null),
      users: liveUserRows(db),
    },
    answers: allAnswers(file),
  };
}

/**
 * The user's mapping, with the headings that the sheet has; a field that the target does not know is left out. Fields that
 * can be asked about stand in columns of their own behind those of the sheet, where nothing is until it is typed.
 */
export function rowPlanOf(mapping: ColumnMapping, columns: readonly ProposedColumn[], target: ImportTarget): RowPlan {
  const headings = new Map(columns.map(({ column, header }) => [column, header]));
  const given = mapping.columns.map(({ column, field, answers }) => ({
    column,
    heading: headings.get(column) ?? '',
    field: field === null ? null : (fieldOf(target, field)?.key ?? null),
    answers,
  }));
  const behind = Math.max(-1, ...given.map(({ column }) => column)) + 1;
  const asked = (target.mayBeAsked ?? [])
    .filter((key) => !given.some(({ field }) => field === key))
    .map((field, index) => ({ column: behind + index, heading: '', field, answers: {} }));
  return { columns: [...given, ...asked], includeHiddenRows: mapping.includeHiddenRows };
}
