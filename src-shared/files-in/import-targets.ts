import { customersTarget } from './customers-target.ts';
import type { ImportTarget, ImportTargetName } from './import-target.ts';
import { openingsTarget } from './openings-target.ts';
import { ordersTarget } from './orders-target.ts';
import { paymentsTarget } from './payments-target.ts';

/** All that can be imported. */
export const importTargets: Readonly<Record<ImportTargetName, ImportTarget>> = {
  customers: customersTarget,
  openings: openingsTarget,
  orders: ordersTarget,
  payments: paymentsTarget,
};
