import { z } from 'zod';
import type { ContactDetail } from '../../../src-shared/contacts/contact.ts';

/** A contact as it is being typed: every field a text, '' for not known. */
export const contactDraftSchema = z.object({
  name: z.string(),
  title: z.string(),
  department: z.string(),
  mobile: z.string(),
  phone: z.string(),
  wechat: z.string(),
  email: z.string(),
  isDecisionMaker: z.boolean(),
  note: z.string(),
});
export type ContactDraft = z.output<typeof contactDraftSchema>;

export const contactTextFields = [
  'name',
  'mobile',
  'wechat',
  'title',
  'phone',
  'department',
  'email',
  'note',
] as const satisfies readonly (keyof ContactDraft)[];

export const emptyContact: ContactDraft = {
  name: '',
  title: '',
  department: '',
  mobile: '',
  phone: '',
  wechat: '',
  email: '',
  isDecisionMaker: false,
  note: '',
};

export function draftOf(contact: ContactDetail): ContactDraft {
  return {
    name: contact.name,
    title: contact.title ?? '',
    department: contact.department ?? '',
    mobile: contact.mobile ?? '',
    phone: contact.phone ?? '',
    wechat: contact.wechat ?? '',
    email: contact.email ?? '',
    isDecisionMaker: contact.isDecisionMaker,
    note: contact.note ?? '',
  };
}
