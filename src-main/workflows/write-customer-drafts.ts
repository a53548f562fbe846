import type { WriteDb } from '../../db/journal.ts';
import { findRow } from '../../db/queries/find-row.ts';
import { type ImportLookups, importLookups } from '../../db/queries/import-lookups.ts';
import { ifWithFirm } from '../../db/queries/user-rows.ts';
import { contacts, customers } from '../../db/schema/customers.ts';
import { visitPlans } from '../../db/schema/follow-ups.ts';
import { blankContactFields, type ContactFields } from '../../src-shared/contacts/contact.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { instantToMs } from '../../src-shared/core/instant.ts';
import { blankCustomerFields, type CustomerFields } from '../../src-shared/customers/customer.ts';
import type { CustomerDraft } from '../../src-shared/files-in/customer-draft.ts';
import { firstContactSlotsOf } from '../../src-shared/visits/due-day.ts';
import { putTagOn, recordTier } from '../features/customers/customer-steps.ts';
import { ensureTag } from '../features/tags/tag-service.ts';
import type { CustomerLister } from './accepted-import.ts';

export interface AcceptedDrafts {
  readonly drafts: Iterable<CustomerDraft>;
  /** How many of them make a customer. */
  readonly newCustomers: number;
  readonly lister?: CustomerLister | null;
}

export interface WrittenDrafts {
  readonly created: number;
  readonly updated: number;
  readonly contactsCreated: number;
}

/**
 * Writes what the user accepted of an import: customers, contacts, tags, tier assignments and next visits, all in
 * the batch that `db` is. The caller has checked that the book is still as the check step saw it.
 * `onEach` is called after each customer; a throw of it rolls the whole batch back (that is how cancel works).
 */
export function writeCustomerDrafts(
  db: WriteDb,
  { drafts, newCustomers, lister = null }: AcceptedDrafts,
  today: CalendarDate,
  onEach: () => void,
): WrittenDrafts {
  const tally = { created: 0, updated: 0, contactsCreated: 0 };
  const nextId = idsOf(db);
  const nextCustomer = firstContacts(Array.from({ length: newCustomers }, nextId));
  const tagId = tagIdsByName(db);
  const writing: Writing = { db, today, tagId, lookups: importLookups(db), nextId, nextCustomer, lister };
  for (const draft of drafts) {
    const { customerId } = draft;
    tally.contactsCreated += customerId === null ? createFrom(writing, draft) : updateFrom(writing, customerId, draft);
    if (customerId === null) tally.created += 1;
    else tally.updated += 1;
    onEach();
  }
  return tally;
}

interface Writing {
  readonly db: WriteDb;
  readonly lister: CustomerLister | null;
  readonly today: CalendarDate;
  readonly tagId: (name: string) => Id;
  readonly lookups: ImportLookups;
  readonly nextId: () => Id;
  /** The next customer that the import makes, and when its first contact is due: settled for the import as a whole. */
  readonly nextCustomer: () => { readonly id: Id; readonly firstContactSlot: number };
}

function firstContacts(ids: readonly Id[]): Writing['nextCustomer'] {
  const slots = firstContactSlotsOf(ids);
  const inOrder = ids.values();
  return () => {
    const id = inOrder.next().value;
    const firstContactSlot = id === undefined ? undefined : slots.get(id);
    if (id === undefined || firstContactSlot === undefined) throw new Error(`more than ${ids.length} new customers`);
    return { id, firstContactSlot };
  };
}

function idsOf(db: WriteDb): () => Id {
  const nowMs = instantToMs(db.info.now);
  return () => newId(nowMs);
}

function tagIdsByName(db: WriteDb): (name: string) => Id {
  const known = new Map<string, Id>();
  return (name) => {
    const found = known.get(name);
    if (found) return found;
    const made = ensureTag(db, name);
    if (!made.ok) throw new Error(`tag: ${made.error.kind}`);
    known.set(name, made.value.id);
    return made.value.id;
  };
}

/** Gives the number of contacts it made. */
function createFrom({ db, today, tagId, nextId, nextCustomer, lister }: Writing, draft: CustomerDraft): number {
  const { id, firstContactSlot } = nextCustomer();
  const { fields, contacts: contactFields } = newCustomerOf(draft);
  const people = contactFields.map((contact) => ({ ...contact, id: nextId(), customerId: id }));
  db.insert(customers, { ...fields, id, firstContactSlot, primaryContactId: people[0]?.id ?? null });
  for (const person of people) db.insert(contacts, person);
  const tagIds: Id[] = [];
  for (const name of new Set(draft.tagNames)) {
    const tag = tagId(name);
    putTagOn(db, id, tag);
    tagIds.push(tag);
  }
  const { tierId, ownerId: personId } = fields;
  if (tierId !== null) recordTier(db, { customerId: id, tierId, effectiveOn: today, method: 'import', reason: null });
  if (draft.nextVisitOn)
    db.insert(visitPlans, { id: nextId(), customerId: id, personId, plannedOn: draft.nextVisitOn });
  lister?.made(id, firstContactSlot, tagIds);
  return people.length;
}

/** What a draft that makes a customer gives it, and its contacts. */
export function newCustomerOf(draft: CustomerDraft): {
  readonly fields: CustomerFields;
  readonly contacts: readonly ContactFields[];
} {
  return {
    fields: { ...blankCustomerFields, ...draft.fields },
    contacts: draft.contacts.map(({ fields }) => ({ ...blankContactFields, ...fields })),
  };
}

/** Gives the number of contacts it made. */
function updateFrom({ db, today, tagId, lookups, nextId }: Writing, id: Id, draft: CustomerDraft): number {
  const before = findRow(db, customers, id);
  if (!before) throw new Error(`customer ${id} is gone though the book has not changed since the check`);
  const { tierId, ownerId } = draft.fields;
  const fresh = draft.contacts
    .filter((contact) => contact.id === null)
    .map((contact) => ({ ...contact, id: nextId() }));
  for (const { id: contactId, fields } of fresh) {
    db.insert(contacts, { ...blankContactFields, ...fields, id: contactId, customerId: id });
  }
  for (const { id: contactId, fields } of draft.contacts)
    if (contactId !== null) db.update(contacts, contactId, fields);
  db.update(customers, id, { ...draft.fields, primaryContactId: before.primaryContactId ?? fresh[0]?.id ?? null });
  if (tierId !== undefined && tierId !== before.tierId) {
    recordTier(db, { customerId: id, tierId, effectiveOn: today, method: 'import', reason: null });
  }
  for (const tag of new Set(draft.tagNames.map(tagId))) if (!lookups.carriesTag(id, tag)) putTagOn(db, id, tag);
  const { nextVisitOn: plannedOn } = draft;
  // The sheet's next date is an open plan (domain §6); one that is there already on that day is not made twice.
  if (plannedOn && !lookups.hasOpenPlanOn(id, plannedOn)) {
    const personId = ifWithFirm(db, ownerId ?? before.ownerId);
    db.insert(visitPlans, { id: nextId(), customerId: id, personId, plannedOn });
  }
  return fresh.length;
}
