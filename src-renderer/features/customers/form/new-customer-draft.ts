import { z } from 'zod';
import { calendarDateField } from '../../../../src-shared/core/fields.ts';
import type { Contract } from '../../../../src-shared/ipc/contract.ts';
import type { InputOf } from '../../../../src-shared/ipc/procedure.ts';

const contactSchema = z.object({
  name: z.string(),
  mobile: z.string(),
  wechat: z.string(),
  title: z.string(),
});

/** The form as it is being typed; kept as a draft until it is saved or thrown away. */
export const newCustomerDraftSchema = z.object({
  name: z.string(),
  contacts: z.array(contactSchema).min(1),
  ownerId: z.string().nullable(),
  tierId: z.string().nullable(),
  tagNames: z.array(z.string()),
  district: z.string(),
  address: z.string(),
  industry: z.string(),
  source: z.string(),
  note: z.string(),
  nextOn: calendarDateField.nullable(),
});
export type NewCustomerDraft = z.output<typeof newCustomerDraftSchema>;
export type NewContactDraft = z.output<typeof contactSchema>;

export const emptyContactDraft: NewContactDraft = { name: '', mobile: '', wechat: '', title: '' };

export function emptyNewCustomer(ownerId: string | null): NewCustomerDraft {
  return {
    name: '',
    contacts: [emptyContactDraft],
    ownerId,
    tierId: null,
    tagNames: [],
    district: '',
    address: '',
    industry: '',
    source: '',
    note: '',
    nextOn: null,
  };
}

export function isBlank(contact: NewContactDraft): boolean {
  return Object.values(contact).every((text) => text.trim() === '');
}

type CreateInput = InputOf<Contract['customers']['create']>;

/**
 * What the contract takes. A number or WeChat typed without a person's name is the customer's own: a shop's phone is
 * often all one has. Beside named contacts such a line has no owner left, so it stays a contact and its missing name
 * is asked for.
 */
export function createInputOf(draft: NewCustomerDraft, tagIds: readonly string[]): CreateInput {
  const filled = draft.contacts.filter((contact) => !isBlank(contact));
  const [first, ...others] = filled;
  const isNameless = first !== undefined && first.name.trim() === '' && first.title.trim() === '';
  const contacts = isNameless ? others : filled;
  return {
    customer: {
      name: draft.name,
      shortName: null,
      uscc: null,
      phone: isNameless ? first.mobile : null,
      wechat: isNameless ? first.wechat : null,
      email: null,
      website: null,
      province: null,
      city: null,
      district: draft.district,
      address: draft.address,
      industry: draft.industry,
      source: draft.source,
      sinceOn: null,
      note: draft.note,
      tierId: draft.tierId,
      tierPinnedReason: null,
      cadenceDays: null,
      relationshipLevel: null,
      referredById: null,
      ownerId: draft.ownerId,
    },
    contacts: contacts.map((contact) => ({
      ...contact,
      department: null,
      phone: null,
      email: null,
      note: null,
    })),
    tagIds: [...tagIds],
    nextVisit: draft.nextOn === null ? null : { on: draft.nextOn, purpose: null },
  };
}

/** Where a problem of the input stands in the form: `contacts.0.name` of the input may be the second line typed. */
export function contactProblemPath(draft: NewCustomerDraft, line: number): string | null {
  const filled = draft.contacts.flatMap((contact, index) => (isBlank(contact) ? [] : [index]));
  const first = filled[0] === undefined ? undefined : draft.contacts[filled[0]];
  const isNameless = first !== undefined && first.name.trim() === '' && first.title.trim() === '';
  const sent = isNameless ? filled.slice(1) : filled;
  const at = sent.indexOf(line);
  return at === -1 ? null : `contacts.${at}`;
}
