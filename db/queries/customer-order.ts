import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { CustomerListQuery, CustomerSortKey } from '../../src-shared/customers/customer-list.ts';
import type { Condition } from './customer-filter.ts';

export interface ListOrder {
  /** Terms over `customer_list AS l`, for candidates that are sorted. */
  readonly terms: string;
  readonly index: string;
  /** The same order read from the index, which holds each stretch as it is to be: no page is sorted. */
  readonly stretches: readonly Stretch[];
}

/** Customers who come before all those of the next stretch. */
export interface Stretch {
  readonly where: Condition;
  readonly terms: string;
}

interface SortColumns {
  readonly index: string;
  readonly first: string;
  /** Between customers whose first column is equal. */
  readonly second?: string;
}

const columns: Readonly<Record<Exclude<CustomerSortKey, 'overdueDays'>, SortColumns>> = {
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
const oldestDue: SortColumns = { index: 'customer_list_oldest_due', first: 'l.oldest_due_on', second: 'l.owner_id' };

/** Blanks come last in both directions; otherwise down is the exact mirror of up. Null: the latest change first. */
export function listOrder(sort: CustomerListQuery['sort'], today: CalendarDate): ListOrder {
  const { key, direction } = sort ?? { key: 'updatedAt', direction: 'desc' };
  // The longest overdue is what fell due first.
  if (key === 'overdueDays') return direction === 'desc' ? inOrder(oldestDue, 'ASC') : leastOverdueFirst(today);
  return inOrder(columns[key], direction === 'asc' ? 'ASC' : 'DESC');
}

function inOrder({ index, first, second }: SortColumns, way: 'ASC' | 'DESC'): ListOrder {
  const terms = `${first} ${way} NULLS LAST, ${second ? `${second} ${way}, ` : ''}l.doc ${way}`;
  return { index, terms, stretches: [{ where: everybody, terms }] };
}

/** What is due later is a blank in this column, as is no debt at all: both come after those who are overdue. */
function leastOverdueFirst(today: CalendarDate): ListOrder {
  const { index, first, second } = oldestDue;
  const { terms } = inOrder(oldestDue, 'DESC');
  // Safe to write out: a CalendarDate is digits and hyphens.
  const isOverdue = `${first} < '${today}'`;
  return {
    index,
    terms: `ifnull(${isOverdue}, 0) DESC, ${terms}`,
    stretches: [
      { where: { sql: isOverdue, values: [] }, terms: `${first} DESC, ${second} DESC, l.doc DESC` },
      { where: { sql: `${first} >= '${today}'`, values: [] }, terms: `${first} DESC, ${second} DESC, l.doc DESC` },
      { where: { sql: `${first} IS NULL`, values: [] }, terms: `${second} DESC, l.doc DESC` },
    ],
  };
}

const everybody: Condition = { sql: '1', values: [] };

/** Between hits of equal rank (domain §9): the tier, then the latest contact. */
export const rankOrder: Pick<ListOrder, 'terms' | 'index'> = {
  index: 'customer_list_rank',
  terms: 'l.tier_position ASC NULLS LAST, l.last_contact_at DESC, l.doc ASC',
};
