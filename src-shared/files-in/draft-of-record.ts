import type { ContactFields } from '../contacts/contact.ts';
import { type CalendarDate, parseCalendarDate } from '../core/calendar-date.ts';
import type { CustomerFields } from '../customers/customer.ts';
import type { CustomerImportKey } from './customers-target.ts';
import type { FoldedRecord } from './fold-rows.ts';
import type { ImportValues } from './import-target.ts';

/** What a record of a customer sheet says, as the fields that are written; see CustomerDraft. */
export interface CustomerRecord {
  readonly fields: Partial<CustomerFields>;
  readonly tagNames: readonly string[];
  readonly contacts: readonly Partial<ContactFields>[];
  readonly nextVisitOn: CalendarDate | null;
}

const plainFields = [
  'name',
  'shortName',
  'uscc',
  'phone',
  'wechat',
  'email',
  'website',
  'province',
  'city',
  'district',
  'address',
  'industry',
  'source',
  'note',
] as const satisfies readonly (CustomerImportKey & keyof CustomerFields)[];

/**
 * A record in the words of the customer's own fields. What belongs to a contact whom nobody named (a mobile beside an
 * empty 联系人) is the customer's, if the customer has none.
 */
export function customerRecordOf(record: FoldedRecord): CustomerRecord {
  const fields: Partial<CustomerFields> = {};
  for (const key of plainFields) {
    const text = textOf(record.values, key);
    if (text !== null) fields[key] = text;
  }
  const tierId = textOf(record.values, 'tier');
  if (tierId !== null) fields.tierId = tierId;
  const ownerId = textOf(record.values, 'owner');
  if (ownerId !== null) fields.ownerId = ownerId;
  const sinceOn = dayOf(record.values, 'sinceOn');
  if (sinceOn !== null) fields.sinceOn = sinceOn;
  const contacts: Partial<ContactFields>[] = [];
  for (const { values } of record.children) {
    const contact = contactOf(values);
    if (contact.name !== undefined) contacts.push(contact);
    else adoptFromNobody(fields, contact);
  }
  const tags = record.values.get('tags');
  return {
    fields,
    tagNames: Array.isArray(tags) ? tags : [],
    contacts,
    nextVisitOn: dayOf(record.values, 'nextVisitOn'),
  };
}

function contactOf(values: ImportValues): Partial<ContactFields> {
  const contact: Partial<ContactFields> = {};
  const take = (
    key: 'name' | 'title' | 'department' | 'mobile' | 'phone' | 'wechat' | 'email',
    from: CustomerImportKey,
  ) => {
    const text = textOf(values, from);
    if (text !== null) contact[key] = text;
  };
  take('name', 'contactName');
  take('title', 'contactTitle');
  take('department', 'contactDepartment');
  take('mobile', 'contactMobile');
  take('phone', 'contactPhone');
  take('wechat', 'contactWechat');
  take('email', 'contactEmail');
  const decides = values.get('contactIsDecisionMaker');
  if (typeof decides === 'boolean') contact.isDecisionMaker = decides;
  return contact;
}

function adoptFromNobody(fields: Partial<CustomerFields>, contact: Partial<ContactFields>): void {
  const phone = contact.mobile ?? contact.phone;
  if (phone && !fields.phone) fields.phone = phone;
  if (contact.wechat && !fields.wechat) fields.wechat = contact.wechat;
  if (contact.email && !fields.email) fields.email = contact.email;
}

function textOf(values: ImportValues, key: CustomerImportKey): string | null {
  const value = values.get(key);
  return typeof value === 'string' ? value : null;
}

function dayOf(values: ImportValues, key: CustomerImportKey): CalendarDate | null {
  const text = textOf(values, key);
  return text === null ? null : parseCalendarDate(text);
}
