import { normalisePhone } from './phone.ts';

/** What a phone can be told to dial: nothing that a program could read as more than a number. */
const dialable = /^\+?[\d*#]{2,20}$/;

/**
 * The address that makes a phone program call the number, as it is written down: an extension is left off, for a person
 * dials it when somebody answers. Null: it is no number.
 */
export function telLink(text: string): string | null {
  const number = numberToDial(text);
  return dialable.test(number) ? `tel:${number}` : null;
}

function numberToDial(text: string): string {
  const typed = text.normalize('NFKC').trim();
  const phone = normalisePhone(text);
  if (!phone) return typed.replace(/[\s().–—-]/g, '');
  // The 0 before an area code, and the + of a foreign number, are not kept in the digits (domain §8).
  if (phone.kind === 'landline' && phone.digits.length > 8) return `0${phone.digits}`;
  return phone.kind === 'other' && /^\(?(?:\+|00)/.test(typed) ? `+${phone.digits}` : phone.digits;
}
