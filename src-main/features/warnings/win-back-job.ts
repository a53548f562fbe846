import { type LostOrder, lostCustomers } from '../../../db/queries/sales/lost-customers.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { Job, OutputOfJob } from '../../jobs/job.ts';

/** Whom to win back, where hundreds of thousands of orders say who is lost. */
export const winBackJob: Job<LostOrder, ReturnType<typeof lostCustomers>> = (order, control) => {
  const opened = control.openBook('read');
  return opened.ok ? ok(lostCustomers(opened.value, order)) : opened;
};

export type WinBack = OutputOfJob<typeof winBackJob>;
