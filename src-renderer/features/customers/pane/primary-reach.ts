import type { CustomerDetail } from '../../../../src-shared/customers/customer.ts';

export interface PrimaryReach {
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly title: string | null;
}

/** Whom to call: the primary contact's mobile, else phone, else the customer's own; the same rule as the grid's column. */
export function primaryReach(customer: Pick<CustomerDetail, 'contacts' | 'primaryContactId' | 'phone'>): PrimaryReach {
  const primary = customer.contacts.find((contact) => contact.id === customer.primaryContactId) ?? null;
  return {
    contactName: primary?.name ?? null,
    phone: primary?.mobile ?? primary?.phone ?? customer.phone,
    title: primary?.title ?? null,
  };
}
