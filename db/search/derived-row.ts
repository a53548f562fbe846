import { normalisePhone } from '../../src-shared/customers/phone.ts';
import { splitPhones } from '../../src-shared/customers/split-phones.ts';
import { wholeAddress } from '../../src-shared/customers/whole-address.ts';
import { type SearchSource, searchEntry } from '../../src-shared/search/search-index.ts';
import { sortKey } from '../../src-shared/search/sort-key.ts';
import { customerDates, type DatesBook } from './customer-dates.ts';
import { type CustomerKey, customerKeys } from './customer-keys.ts';
import type { CustomerSource } from './customer-source.ts';
import { facetTokens } from './facets.ts';

/** The columns of customer_list in the order of DerivedRow.list, all but doc. */
export const listColumns = [
  'customer_id',
  'is_live',
  'name_key',
  'tier_id',
  'tier_position',
  'owner_id',
  'owner_key',
  'contact_name',
  'contact_key',
  'phone',
  'phone_key',
  'district',
  'district_key',
  'industry',
  'source',
  'tag_ids',
  'next_visit_on',
  'last_contact_at',
  'created_at',
  'updated_at',
  'search_text',
  'cadence_days',
  'due_on',
  'quiet_since',
] as const;
export type ListColumn = (typeof listColumns)[number];

export interface DerivedRow {
  readonly customerId: string;
  readonly list: readonly (string | number | null)[];
  readonly searchTokens: string;
  readonly facetTokens: string;
  readonly keys: readonly CustomerKey[];
}

/** What the derived tables hold of one customer. A pure function of source and book, so that refreshed equals rebuilt. */
export function derivedRow(source: CustomerSource, book: DatesBook): DerivedRow {
  const { customer, contacts, tags } = source;
  const primary = contacts.find((contact) => contact.id === customer.primaryContactId);
  const phone = primary?.mobile ?? primary?.phone ?? customer.phone;
  const search = searchEntry(searchSource(source));
  const dates = customerDates(customer, book);
  const tagIds = tags.map((tag) => tag.id);
  return {
    customerId: customer.id,
    list: [
      customer.id,
      customer.isLive,
      sortKey(customer.name),
      customer.tierId,
      customer.tierPosition,
      customer.ownerId,
      personKey(customer.ownerName),
      primary?.name ?? null,
      primary ? sortKey(primary.name, 'person') : null,
      phone,
      phone === null ? null : phoneKey(phone),
      customer.district,
      districtKey(customer.district),
      customer.industry,
      customer.source,
      tagIds.join(' '),
      dates.next_visit_on,
      dates.last_contact_at,
      customer.createdAt,
      customer.updatedAt,
      search.text,
      dates.cadence_days,
      dates.due_on,
      dates.quiet_since,
    ],
    searchTokens: search.tokens,
    facetTokens: facetTokens({ ...customer, tagIds }),
    keys: customerKeys({
      ...customer,
      phones: [customer.phone, ...contacts.flatMap((contact) => [contact.mobile, contact.phone])],
      wechats: [customer.wechat, ...contacts.map((contact) => contact.wechat)],
    }),
  };
}

function searchSource({ customer, contacts, tags }: CustomerSource): SearchSource {
  return {
    names: present([customer.name, customer.shortName]),
    contacts: contacts.map((contact) => contact.name),
    phones: present([customer.phone, ...contacts.flatMap((contact) => [contact.mobile, contact.phone])]),
    tags: tags.map((tag) => tag.name),
    texts: present([
      wholeAddress(customer),
      customer.wechat,
      customer.email,
      customer.uscc,
      ...contacts.flatMap((contact) => [contact.wechat, contact.email]),
    ]),
  };
}

/** One text, so that 余杭区良渚路 is found across the fields; 上海市上海市 only once. */
function present(texts: readonly (string | null)[]): readonly string[] {
  return texts.filter((text) => text !== null && text !== '').map((text) => text ?? '');
}

/** What a column of phones sorts by: digits as dialled, so that +86 and spaces do not matter. */
function phoneKey(text: string): string {
  const [first = text] = splitPhones(text);
  return normalisePhone(first)?.digits ?? text;
}

/** Owners and districts repeat thousands of times in an import. */
function remembered(make: (text: string) => string): (text: string | null) => string | null {
  const known = new Map<string, string>();
  return (text) => {
    if (text === null || text === '') return null;
    let key = known.get(text);
    if (key === undefined) {
      key = make(text);
      if (known.size > 5_000) known.clear();
      known.set(text, key);
    }
    return key;
  };
}

export const personKey = remembered((name) => sortKey(name, 'person'));
const districtKey = remembered((name) => sortKey(name, 'text'));
