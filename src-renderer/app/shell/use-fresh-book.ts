import { useEffect, useRef } from 'react';
import { clearTicks } from '../../features/customers/list/ticked-store.ts';
import { clearFilters, showTab } from '../../features/customers/list/view-store.ts';
import { forgetAllDone } from '../../features/today/done-marks.ts';
import { useBook } from '../../ipc/use-book.ts';
import { searchCustomers } from '../../state/customer-search.ts';
import { openCustomer } from '../../state/open-customer.ts';
import { closeAllToasts } from '../../state/toasts.ts';

/**
 * Another book, to the sample or back: what was open, ticked, filtered or offered for undo belongs to customers that this
 * one does not hold.
 */
export function useFreshBook(): void {
  const path = useBook()?.path ?? null;
  const before = useRef(path);
  useEffect(() => {
    if (path === null) return;
    const isAnother = before.current !== null && before.current !== path;
    before.current = path;
    if (!isAnother) return;
    closeAllToasts();
    openCustomer(null);
    clearTicks();
    forgetAllDone();
    searchCustomers('');
    clearFilters();
    showTab('all');
  }, [path]);
}
