import type { CustomerListQuery, CustomerSortKey } from '../../src-shared/customers/customer-list.ts';

export interface ListOrder {
  /** Terms over `customer_list AS l`; the index holds them in this order, so that a page is read without sorting. */
  readonly terms: string;
  readonly index: string;
}

interface SortColumns {
  readonly index: string;
  readonly first: string;
  /** Between customers whose first column is equal. */
  readonly second?: string;
}

const columns: Readonly<Record<CustomerSortKey, SortColumns>> = {
  name: { index: 'customer_list_name', first: 'l.name_key' },
  tier: { index: 'customer_list_tier', first: 'l.tier_position', second: 'l.name_key' },
  owner: { index: 'customer_list_owner', first: 'l.owner_key', second: 'l.name_key' },
  contact: { index: 'customer_list_contact', first: 'l.contact_key' },
  phone: { index: 'customer_list_phone', first: 'l.phone_key' },
  district: { index: 'customer_list_district', first: 'l.district_key', second: 'l.name_key' },
  nextVisit: {
    index: 'customer_list_next_visit',
    first: 'l.next_visit_on',
    second: 'ifnull(l.tier_position, 1000000)',
  },
  due: { index: 'customer_list_due_on', first: 'l.due_on', second: 'l.next_visit_on' },
  owed: { index: 'customer_list_owed', first: 'l.owed_fen' },
  lastContact: { index: 'customer_list_last_contact', first: 'l.last_contact_at' },
  createdAt: { index: 'customer_list_created', first: 'l.created_at' },
  updatedAt: { index: 'customer_list_updated', first: 'l.updated_at' },
};

/** Blanks come last in both directions; otherwise down is the exact mirror of up. Null: the latest change first. */
export function listOrder(sort: CustomerListQuery['sort']): ListOrder {
  const { key, direction } = sort ?? { key: 'updatedAt', direction: 'desc' };
  const { index, first, second } = columns[key];
  const way = direction === 'asc' ? 'ASC' : 'DESC';
  return { index, terms: `${first} ${way} NULLS LAST, ${second ? `${second} ${way}, ` : ''}l.doc ${way}` };
}

/** Between hits of equal rank (domain §9): the tier, then the latest contact. */
export const rankOrder: ListOrder = {
  index: 'customer_list_rank',
  terms: 'l.tier_position ASC NULLS LAST, l.last_contact_at DESC, l.doc ASC',
};
