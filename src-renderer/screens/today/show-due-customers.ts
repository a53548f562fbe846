import type { VisitScope } from '../../../src-shared/visits/visits-contract.ts';
import { clearFilters, setFilter, showTab } from '../../features/customers/list/view-store.ts';
import { searchCustomers } from '../../state/customer-search.ts';
import { goTo } from '../../state/page.ts';

/** The customers whose visit is overdue, planned or by cadence, in their list; of a scope of one's own, as on Today. */
export function showDueCustomers(scope: VisitScope, userId: string | null): void {
  searchCustomers('');
  clearFilters();
  showTab('visitOverdue');
  if (scope === 'mine' && userId !== null) setFilter('ownerIds', [userId, 'none']);
  goTo('customers');
}
