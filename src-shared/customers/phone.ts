export interface Phone {
  /**
   * Digits only, without +86, 0086 and the 0 before an area code (domain §8): two ways of writing one number are equal.
   * A foreign number keeps its country code.
   */
  readonly digits: string;
  readonly extension: string | null;
  /** `other`: 400 and 800 numbers, short numbers such as 95588, foreign numbers. */
  readonly kind: 'mobile' | 'landline' | 'other';
}

const label =
  /^(?:手机号码|手机号|手机|移动电话|联系电话|电话号码|电话|座机|固话|传真|办公|mobile|phone|tel|cell)\s*[:.]?\s*/i;
const extensionAtEnd = /(?:转|分机|extension|ext\.?|x|#)\s*:?\s*(\d{1,6})$/i;
/** 0571-88886666-801, 400-888-6666-2: only after a whole number, or 138-0013-8000 would lose its tail. */
const wholeThenExtension = /^(\D*0\d{2,3}\D*\d{7,8}|[48]00\D?\d{3}\D?\d{4})\s*-\s*(\d{1,6})$/;

const mobile = /^1[3-9]\d{9}$/;
const withAreaCode = /^(?:(?:10|2\d)\d{8}|[3-9]\d{2}\d{7,8})$/;
const service = /^[48]00\d{7}$/;

/** Null when the text is no single phone number. Never guesses a missing digit. */
export function normalisePhone(text: string): Phone | null {
  if (mobile.test(text)) return { digits: text, extension: null, kind: 'mobile' };
  let rest = text.normalize('NFKC').trim().replace(label, '');
  const extensionMatch = extensionAtEnd.exec(rest) ?? null;
  let extension = extensionMatch?.[1] ?? null;
  if (extensionMatch) rest = rest.slice(0, extensionMatch.index).trim();
  const dashed = extension === null ? wholeThenExtension.exec(rest) : null;
  if (dashed) {
    rest = dashed[1] ?? '';
    extension = dashed[2] ?? null;
  }
  // A trunk 0 written for callers at home, as in +86 (0)571 or +44 (0)20.
  if (/^(?:\+|00)/.test(rest)) rest = rest.replace(/\(0\)/, '');
  if (!/^\(?\+?[\d\s().\-–—‐]+$/.test(rest)) return null;
  const foreign = /^\(?(?:\+|00)(?!\s*-?86)/.test(rest);
  const all = rest.replace(/\D/g, '');
  if (foreign) {
    const digits = all.replace(/^00/, '');
    return digits.length >= 7 && digits.length <= 15 ? { digits, extension, kind: 'other' } : null;
  }
  return domestic(all, extension);
}

function domestic(all: string, extension: string | null): Phone | null {
  const digits = withoutCountry(all);
  const bare = digits.replace(/^0(?=\d)/, '');
  if (mobile.test(bare)) return { digits: bare, extension, kind: 'mobile' };
  if (digits !== bare && withAreaCode.test(bare)) return { digits: bare, extension, kind: 'landline' };
  if (service.test(digits)) return { digits, extension, kind: 'other' };
  // Excel drops the 0 of 0571 when a number is stored as one; 11 digits that are no mobile can be nothing else.
  if (digits.length === 11 && withAreaCode.test(digits)) return { digits, extension, kind: 'landline' };
  if (all !== digits && withAreaCode.test(digits)) return { digits, extension, kind: 'landline' };
  if (/^[2-9]\d{6,7}$/.test(digits)) return { digits, extension, kind: 'landline' };
  return digits.length >= 3 && digits.length <= 15 ? { digits, extension, kind: 'other' } : null;
}

function withoutCountry(all: string): string {
  const rest = /^(?:00)?86(\d+)$/.exec(all)?.[1];
  if (rest === undefined) return all;
  return mobile.test(rest) || withAreaCode.test(rest.replace(/^0/, '')) || service.test(rest) ? rest : all;
}

/** The digits two spellings of one number share; '' when the text is no phone. */
export function phoneDigits(text: string): string {
  return normalisePhone(text)?.digits ?? '';
}

/** The digits as one dials them at home, with the 0 before an area code: what people type into a search box. */
export function dialledDigits(phone: Phone): string {
  return phone.kind === 'landline' && phone.digits.length > 8 ? `0${phone.digits}` : phone.digits;
}
