import { checkedCounts, type ImportCheckFile } from '../../../db/import-check/import-check-file.ts';
import type { ImportTarget } from '../../../src-shared/files-in/import-target.ts';
import type { ImportCheck } from '../../../src-shared/files-in/imports-contract.ts';
import type { RowPlan } from '../../../src-shared/files-in/read-row.ts';
import { fieldsShown } from './checked-cells.ts';

/** The counts of the check as it stands, corrections and decisions included. */
export function checkResult(file: ImportCheckFile, plan: RowPlan, target: ImportTarget): ImportCheck {
  const { byResult, reasons, willWrite, fields, columnQuestions } = checkedCounts(file);
  const count = (result: string) => byResult.get(result) ?? 0;
  return {
    total: [...byResult.values()].reduce((sum, rows) => sum + rows, 0),
    new: count('new'),
    update: count('update'),
    skip: count('skip'),
    error: count('error'),
    question: count('question'),
    reasons,
    willWrite,
    fields: fieldsShown(plan, target, fields),
    columnQuestions,
  };
}
