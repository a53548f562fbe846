import type { CustomerDetail } from '../../../../src-shared/customers/customer.ts';
import { cadenceDaysWithoutTier, type Tier } from '../../../../src-shared/tiers/tier.ts';

export interface Cadence {
  readonly days: number;
  /** What it is without the customer's own number. */
  readonly tierDays: number;
  readonly from: 'customer' | 'tier' | 'withoutTier';
}

/** Days between visits: the customer's own number, else the tier's, else that of 未分级 (domain §6). */
export function cadenceOf(
  customer: Pick<CustomerDetail, 'cadenceDays'>,
  tier: Pick<Tier, 'cadenceDays'> | null,
): Cadence {
  const tierDays = tier?.cadenceDays ?? cadenceDaysWithoutTier;
  if (customer.cadenceDays !== null) return { days: customer.cadenceDays, tierDays, from: 'customer' };
  return { days: tierDays, tierDays, from: tier ? 'tier' : 'withoutTier' };
}
