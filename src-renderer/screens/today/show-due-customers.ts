import type { VisitScope } from '../../../src-shared/visits/visits-contract.ts';
import { clearFilters, setFilter, showTab } from '../../features/customers/list/view-store.ts';
import { searchCustomers } from '../../state/customer-search.ts';
import { goTo } from '../../state/page.ts';

const quietDays = 7;

/** The list of customers, narrowed to those nobody spoke to for a while. */
export function showDueCustomers(scope: VisitScope): void {
  searchCustomers('');
  clearFilters();
  showTab(scope === 'mine' ? 'mine' : 'all');
  setFilter('quietDays', quietDays);
  goTo('customers');
}
