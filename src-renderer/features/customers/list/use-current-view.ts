import { useMemo } from 'react';
import type { CustomerListQuery } from '../../../../src-shared/customers/customer-list.ts';
import { useUsers } from '../../../ipc/use-current-user.ts';
import { useCustomerSearch } from '../../../state/customer-search.ts';
import { listQueryOf } from './customer-view.ts';
import { useCustomerView } from './view-store.ts';

/** The view on screen as the main process is asked for it; null while it is not known who 'mine' is. */
export function useCurrentView(): CustomerListQuery | null {
  const view = useCustomerView();
  const search = useCustomerSearch((state) => state.text);
  const userId = useUsers().current?.id;
  const query = userId === undefined ? null : JSON.stringify(listQueryOf(view, search, userId));
  // The same question is the same object: a new object would load the grid anew.
  return useMemo((): CustomerListQuery | null => (query === null ? null : JSON.parse(query)), [query]);
}
