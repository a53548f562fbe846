import type { ContactFields } from '../contacts/contact.ts';
import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import type { CustomerFields } from '../customers/customer.ts';

/** A contact that an import writes: only the fields the sheet had something for. */
export interface ContactDraft {
  /** Null: a new contact. */
  readonly id: Id | null;
  readonly fields: Partial<ContactFields>;
}

/**
 * What one accepted customer of an import will write. A sheet's blank cell has no key here: blanks never wipe
 * (domain §10). References are resolved to ids, tags to their names, since an import may bring new ones.
 */
export interface CustomerDraft {
  /** Null: a new customer; then `fields.name` is there. */
  readonly customerId: Id | null;
  readonly fields: Partial<CustomerFields>;
  readonly tagNames: readonly string[];
  readonly contacts: readonly ContactDraft[];
  readonly nextVisitOn: CalendarDate | null;
}
