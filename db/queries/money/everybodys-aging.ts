import type { AgingOrder } from './aging.ts';

/** The aging of all who owe or have paid ahead, with nothing left out; a day makes it an order. */
export const everybodysAging: Omit<AgingOrder, 'asOf' | 'today' | 'timeZone'> = {
  customerId: null,
  owners: undefined,
  tierIds: undefined,
  search: '',
  buckets: undefined,
  onlyOverdue: false,
  withPrepaid: true,
};
