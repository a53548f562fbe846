import { normalisePhone } from './phone.ts';

const hardSeparator = /[,;、/\\|\n]|\s(?:或|or)\s|或/i;

/**
 * The phone numbers of one cell, each as it was written: `13800138000、0571-88886666`, `138… / 139…`, two numbers with
 * only a space between, `0571-88886666/67` (the second shares the first's beginning).
 * The whole text as a single element when it cannot be taken apart into phones; empty for a blank text.
 */
export function splitPhones(text: string): readonly string[] {
  const whole = text.normalize('NFKC').trim();
  if (whole === '') return [];
  if (normalisePhone(whole)) return [whole];
  const found: string[] = [];
  for (const piece of whole.split(hardSeparator)) {
    const trimmed = piece.trim();
    if (trimmed === '') continue;
    const phones = bySpaces(trimmed) ?? sharedBeginning(found.at(-1), trimmed);
    if (!phones) return [whole];
    found.push(...phones);
  }
  return found.length === 0 ? [whole] : found;
}

function bySpaces(text: string): readonly string[] | null {
  const phone = normalisePhone(text);
  if (phone && (phone.kind !== 'other' || phone.digits.length >= 5)) return [text];
  const phones: string[] = [];
  let open = '';
  for (const part of text.split(/\s+/)) {
    open = open === '' ? part : `${open} ${part}`;
    // Only a number that is whole by its kind ends here: `138 0013` might still be the head of a mobile.
    const kind = normalisePhone(open)?.kind;
    if (kind === 'mobile' || kind === 'landline') {
      phones.push(open);
      open = '';
    }
  }
  return open === '' && phones.length > 0 ? phones : null;
}

function sharedBeginning(before: string | undefined, tail: string): readonly string[] | null {
  if (before === undefined || !/^\d{1,4}$/.test(tail) || normalisePhone(before)?.kind !== 'landline') return null;
  return [before.slice(0, -tail.length) + tail];
}
