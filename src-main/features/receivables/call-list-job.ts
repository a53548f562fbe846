import {
  type OverdueCustomers,
  type OverdueOrder,
  overdueCustomers,
} from '../../../db/queries/money/overdue-customers.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { Job } from '../../jobs/job.ts';

/** Whom to call first, where tens of thousands of receivables are past due. */
export const callListJob: Job<OverdueOrder, OverdueCustomers> = (order, control) => {
  const opened = control.openBook('read');
  return opened.ok ? ok(overdueCustomers(opened.value, order)) : opened;
};
