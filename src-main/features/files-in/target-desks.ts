import type { ImportTargetName } from '../../../src-shared/files-in/import-target.ts';
import { customersDesk } from './customers-desk.ts';
import { openingsDesk } from './openings-desk.ts';
import { ordersDesk } from './orders-desk.ts';
import { paymentsDesk } from './payments-desk.ts';
import type { TargetDesk } from './target-desk.ts';

/** Adding a target: its declaration in src-shared/files-in, its desk here, its writer in workflows/write-drafts.ts. */
export const targetDesks: Readonly<Record<ImportTargetName, TargetDesk>> = {
  customers: customersDesk,
  openings: openingsDesk,
  orders: ordersDesk,
  payments: paymentsDesk,
};
