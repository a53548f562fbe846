import { useEffect, useState } from 'react';
import type { CustomerListQuery } from '../../../../src-shared/customers/customer-list.ts';

const quietMs = 300;

/** The view as it stood when nothing of it had changed for a moment; null: none yet. */
export function useSettledView(view: CustomerListQuery | null): CustomerListQuery | null {
  const [settled, setSettled] = useState<CustomerListQuery | null>(null);
  useEffect(() => {
    if (!view) return;
    const timer = setTimeout(() => setSettled(view), quietMs);
    return () => clearTimeout(timer);
  }, [view]);
  return settled;
}
