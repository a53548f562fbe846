import { useDeferredValue, useState } from 'react';
import type { CustomerRow } from '../../src-shared/customers/customer.ts';
import { useRead } from './use-read.ts';

const customersShown = 8;

export interface CustomerFinder {
  readonly typed: string;
  readonly type: (text: string) => void;
  /** What is searched for: a moment behind what is typed. */
  readonly search: string;
  readonly rows: readonly CustomerRow[];
  /** The rows are those of what is typed, or a failed search will bring none. */
  readonly isSettled: boolean;
}

/** Finds a few customers as one types, by whatever the list's search knows them. */
export function useCustomerFinder(): CustomerFinder {
  const [typed, type] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useRead(
    'customers',
    'list',
    { view: { search }, offset: 0, limit: customersShown },
    { enabled: search !== '', keepShowing: true },
  );
  return {
    typed,
    type,
    search,
    rows: search === '' ? [] : (found.data?.rows ?? []),
    isSettled:
      search === typed.trim() &&
      (search === '' || found.error !== null || (found.data !== undefined && !found.isPlaceholderData)),
  };
}
