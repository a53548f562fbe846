import { customerMoneyTotals, type MoneyTotalsOrder } from '../../../db/queries/customer-money-totals.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { CustomerMoneyTotals } from '../../../src-shared/customers/customers-contract.ts';
import type { Job } from '../../jobs/job.ts';

/** What a long list of customers adds up to: a tenth of a second of a hundred thousand. */
export const moneyTotalsJob: Job<MoneyTotalsOrder, CustomerMoneyTotals> = (order, control) => {
  const opened = control.openBook('read');
  return opened.ok ? ok(customerMoneyTotals(opened.value, order)) : opened;
};
