import type { PresentContact, PresentCustomer } from '../../../db/queries/import-lookups.ts';
import type { ContactFields } from '../../../src-shared/contacts/contact.ts';
import { bareText } from '../../../src-shared/core/fold-text.ts';
import type { CustomerFields } from '../../../src-shared/customers/customer.ts';
import { normalisePhone } from '../../../src-shared/customers/phone.ts';
import { splitPhones } from '../../../src-shared/customers/split-phones.ts';
import type { ContactDraft } from '../../../src-shared/files-in/customer-draft.ts';

export interface FieldChange<Key extends string> {
  readonly key: Key;
  readonly before: string | null;
}

/** The fields of the sheet that differ from the book. The name stays as the book has it: it is what rows are found by. */
export function customerChanges(
  present: PresentCustomer,
  fields: Partial<CustomerFields>,
): { readonly fields: Partial<CustomerFields>; readonly changes: readonly FieldChange<keyof CustomerFields>[] } {
  const changed: Partial<CustomerFields> = {};
  const changes: FieldChange<keyof CustomerFields>[] = [];
  const take = <K extends keyof CustomerFields>(key: K, value: CustomerFields[K]) => {
    changed[key] = value;
    changes.push({ key, before: present[key] === null ? null : String(present[key]) });
  };
  for (const key of keysOf(fields)) {
    const value = fields[key];
    if (key === 'name' || value === undefined || value === null || isSame(key, present[key], value)) continue;
    take(key, value);
  }
  return { fields: changed, changes };
}

/** What the sheet says of contacts, against those of the book: changed ones with their id, new ones without. */
export function contactChanges(
  present: readonly PresentContact[],
  wanted: readonly Partial<ContactFields>[],
): { readonly contacts: readonly ContactDraft[]; readonly changes: readonly FieldChange<keyof ContactFields>[] } {
  const contacts: ContactDraft[] = [];
  const changes: FieldChange<keyof ContactFields>[] = [];
  for (const fields of wanted) {
    const known = sameContact(present, fields);
    if (!known) {
      contacts.push({ id: null, fields });
      changes.push({ key: 'name', before: null });
      continue;
    }
    const changed: Partial<ContactFields> = {};
    for (const key of contactKeysOf(fields)) {
      const value = fields[key];
      if (key === 'name' || value === undefined || value === null || isSame(key, known[key], value)) continue;
      Object.assign(changed, { [key]: value });
      changes.push({ key, before: known[key] === null ? null : String(known[key]) });
    }
    // The number that is replaced is kept where there is room for it.
    if (changed.mobile && known.mobile && !known.phone && !changed.phone) changed.phone = known.mobile;
    if (Object.keys(changed).length > 0) contacts.push({ id: known.id, fields: changed });
  }
  return { contacts, changes };
}

/** The one of that name; without such, the one of that mobile when the sheet names nobody else. */
function sameContact(present: readonly PresentContact[], fields: Partial<ContactFields>): PresentContact | undefined {
  const name = bareText(fields.name ?? '');
  const named = present.filter((contact) => bareText(contact.name) === name);
  const mobile = digitsOf(fields.mobile);
  return named.find((contact) => mobile !== '' && digitsOf(contact.mobile) === mobile) ?? named[0];
}

/** Typed differently and meaning the same is no change: spaces in a phone, the width of a letter. */
function isSame(key: string, before: unknown, value: unknown): boolean {
  if (before === value) return true;
  if (typeof before !== 'string' || typeof value !== 'string') return false;
  if (key === 'phone' || key === 'mobile') return digitsOf(before) === digitsOf(value);
  return before.trim() === value;
}

function digitsOf(text: string | null | undefined): string {
  return splitPhones(text ?? '')
    .map((part) => normalisePhone(part)?.digits ?? part)
    .join(' ');
}

function keysOf(fields: Partial<CustomerFields>): (keyof CustomerFields)[] {
  // Safe: customerRecordOf makes these objects with keys of CustomerFields only.
  return Object.keys(fields) as (keyof CustomerFields)[];
}

function contactKeysOf(fields: Partial<ContactFields>): (keyof ContactFields)[] {
  // Safe: as above.
  return Object.keys(fields) as (keyof ContactFields)[];
}
