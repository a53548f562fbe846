import { at } from '../../../db/testing/open-test-book.ts';
import { blankContactFields, type ContactFields } from '../../../src-shared/contacts/contact.ts';
import { type CalendarDate, parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { blankCustomerFields, type CustomerFields } from '../../../src-shared/customers/customer.ts';

/** Throws on text that is no day, so that a test cannot mistype it. */
export function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (!date) throw new Error(`${text} is no day`);
  return date;
}

/** The customer form as it looks when only the name was typed. */
export function aCustomerForm(fields: Partial<CustomerFields> = {}): CustomerFields {
  return { ...blankCustomerFields, name: '上海华成机电有限公司', ...fields };
}

export function aContactForm(fields: Partial<ContactFields> = {}): ContactFields {
  return { ...blankContactFields, name: '张三', ...fields };
}

export function aFollowUpForm(fields: { readonly text?: string; readonly happenedAt?: string } = {}) {
  return {
    text: fields.text ?? '报价已发, 下周回复',
    channel: 'phone',
    happenedAt: at(fields.happenedAt ?? '2026-03-05T07:30:00.000Z'),
  } as const;
}
