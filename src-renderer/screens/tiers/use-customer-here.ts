import { useState } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import { openCustomer, useOpenCustomer } from '../../state/open-customer.ts';

/** A customer opened from this page takes the place of the pane; one left open elsewhere does not. */
export function useCustomerHere() {
  const [here, setHere] = useState<Id | null>(null);
  const openId = useOpenCustomer((state) => state.id);
  return {
    id: here !== null && here === openId ? here : null,
    open: (id: Id) => {
      setHere(id);
      openCustomer(id);
    },
  };
}
