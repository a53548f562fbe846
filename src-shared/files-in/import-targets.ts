import { type CustomerImportKey, customersTarget } from './customers-target.ts';
import { fieldOf, type ImportTarget, type ImportTargetName } from './import-target.ts';
import { type OpeningImportKey, openingsTarget } from './openings-target.ts';
import { type OrderImportKey, ordersTarget } from './orders-target.ts';
import { type PaymentImportKey, paymentsTarget } from './payments-target.ts';

/** All that can be imported. */
export const importTargets: Readonly<Record<ImportTargetName, ImportTarget>> = {
  customers: customersTarget,
  openings: openingsTarget,
  orders: ordersTarget,
  payments: paymentsTarget,
};

/** A field of any target; one key means one thing in all of them. */
export type ImportKey = CustomerImportKey | OpeningImportKey | OrderImportKey | PaymentImportKey;

export function isImportKey(key: string): key is ImportKey {
  return Object.values(importTargets).some((target) => fieldOf(target, key) !== null);
}
