import { useEffect, useState } from 'react';
import type { SameCustomerHint } from '../../../../src-shared/customers/same-customer-hint.ts';
import { useRead } from '../../../ipc/use-read.ts';
import type { NewCustomerDraft } from './new-customer-draft.ts';

const restMs = 250;

/** Customers that may be the one being typed, once the typing rests; the last answer stays until the next. */
export function useSameCustomers(typed: NewCustomerDraft): readonly SameCustomerHint[] {
  const question = JSON.stringify({
    name: typed.name.trim(),
    phones: typed.contacts.map((contact) => contact.mobile.trim()).filter((phone) => phone !== ''),
    wechat: typed.contacts[0]?.wechat.trim() ?? '',
  });
  const [asked, setAsked] = useState(question);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(question), restMs);
    return () => clearTimeout(timer);
  }, [question]);
  const input: { name: string; phones: string[]; wechat: string } = JSON.parse(asked);
  const isAsked = input.name.length >= 2 || input.phones.length > 0 || input.wechat !== '';
  const found = useRead('customers', 'sameAs', input, { enabled: isAsked, keepShowing: true });
  return isAsked ? (found.data?.hints ?? []) : [];
}
