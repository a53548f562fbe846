import type { VisitScope } from '../../../src-shared/visits/visits-contract.ts';
import { clearFilters, setFilter, showTab } from '../../features/customers/list/view-store.ts';
import { searchCustomers } from '../../state/customer-search.ts';
import { goTo } from '../../state/page.ts';

/** The customers that 该联系了 counts, in their list: of everybody, or one's own and those of nobody. */
export function showDueCustomers(scope: VisitScope, userId: string | null): void {
  searchCustomers('');
  clearFilters();
  showTab('all');
  setFilter('dueNow', true);
  if (scope === 'mine' && userId !== null) setFilter('ownerIds', [userId, 'none']);
  goTo('customers');
}
