import { customerStatement, type StatementOrder } from '../../../db/queries/money/statement.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { CustomerStatement } from '../../../src-shared/receivables/receivable-views.ts';
import type { Job } from '../../jobs/job.ts';

/** 对账单 of a customer with thousands of lines. */
export const statementJob: Job<StatementOrder, CustomerStatement> = (order, control) => {
  const opened = control.openBook('read');
  return opened.ok ? ok(customerStatement(opened.value, order)) : opened;
};
