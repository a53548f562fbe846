import { checkedCounts, type ImportCheckFile } from '../../../db/import-check/import-check-file.ts';
import type { CustomerImportKey } from '../../../src-shared/files-in/customers-target.ts';
import type { ImportCheck } from '../../../src-shared/files-in/imports-contract.ts';
import type { RowPlan } from '../../../src-shared/files-in/read-row.ts';
import { fieldsShown } from './checked-cells.ts';

/** The counts of the check as it stands, corrections and decisions included. */
export function checkResult(file: ImportCheckFile, plan: RowPlan<CustomerImportKey>): ImportCheck {
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
    // Safe: only fields of the target are counted.
    fields: fieldsShown(plan, fields as readonly CustomerImportKey[]),
    columnQuestions,
  };
}
