import type { Id } from '../../../src-shared/core/id.ts';
import { clearFilters, setFilter, showTab } from '../../features/customers/list/view-store.ts';
import { searchCustomers } from '../../state/customer-search.ts';
import { goTo } from '../../state/page.ts';

/** Who is due today or earlier with nothing planned, in the customers' list. Undefined: everybody's. */
export function showDueCustomers(persons: readonly (Id | 'none')[] | undefined): void {
  searchCustomers('');
  clearFilters();
  showTab('all');
  setFilter('dueNow', true);
  if (persons) setFilter('ownerIds', [...persons]);
  goTo('customers');
}
