import { bareText } from '../core/fold-text.ts';
import { looksLikePersonName } from '../customers/person-name.ts';
import { dialledDigits, normalisePhone } from '../customers/phone.ts';
import { splitPhones } from '../customers/split-phones.ts';
import { type PinyinForm, pinyinForms } from './pinyin-forms.ts';

/** What of a record can be searched (domain §9). Each text is cut apart alone: a hit never runs from one into the next. */
export interface SearchSource {
  /** The customer's name and short name; pinyin finds them. */
  readonly names: readonly string[];
  /** Persons; pinyin finds them, family names read as names. */
  readonly contacts: readonly string[];
  /** As written; several in one text are taken apart. */
  readonly phones: readonly string[];
  readonly tags: readonly string[];
  /** Address, WeChat id, e-mail and the like: found by any part as written. */
  readonly texts: readonly string[];
}

/**
 * How the index table is made: `ascii` keeps every byte above 127 as part of a token, so UTF-8 passes whole; two
 * characters of prefix index, for the class letter and the one character a person typed.
 */
export const searchTableOptions = "content='', contentless_delete=1, tokenize='ascii', detail=none, prefix='2'";

/**
 * The letter before each token, so that the digits of a phone cannot match a name, nor initials a spelling.
 * Two initials have a token of their own: as a prefix of longer ones the index would have to join hundreds of lists.
 */
export const tokenClass = { text: 'n', phone: 'p', initials: 'i', twoInitials: 'j', spelling: 's' } as const;

/** Long addresses and pasted notes stop being indexed here; the row's text still holds them. */
const maxCharacters = 200;
/**
 * How much of a run of initials or of a spelling is a token. Queries are cut to the same length, and the row's text
 * settles the rest. Short tokens repeat from row to row: a search for `hz` then reads hundreds of tokens, not every name.
 */
export const pinyinTokenLength = { initials: 4, spelling: 8 } as const;

/** What one record puts into the index, and the text that a hit is verified against. */
export interface SearchEntry {
  /** Tokens with a space between; some come twice, which the index does not mind. */
  readonly tokens: string;
  /**
   * One line per text, phone and reading. The words of a query that are longer than a window must stand in it
   * (see queryTokens).
   */
  readonly text: string;
}

/** See performance.md 1. Both parts at once: they share the costly half of the work. */
export function searchEntry(source: SearchSource): SearchEntry {
  let tokens = '';
  const lines: string[] = [];
  for (const texts of [source.names, source.contacts, source.tags, source.texts]) {
    for (const text of texts) {
      const bare = bareText(text);
      if (bare === '') continue;
      lines.push(bare);
      tokens += windowsOf(bare);
    }
  }
  for (const digits of digitsOf(source.phones)) {
    lines.push(digits);
    tokens += digitWindowsOf(digits);
  }
  for (const form of formsOf(source)) {
    lines.push(form.initials, form.spelling);
    tokens += pinyinTokensOf(form);
  }
  return { tokens: tokens.slice(1), text: lines.join('\n') };
}

export function indexTokens(source: SearchSource): string {
  return searchEntry(source).tokens;
}

export function searchText(source: SearchSource): string {
  return searchEntry(source).text;
}

/** Customers are firms or persons; only the shape of the name tells. */
export function formsOfName(name: string): readonly PinyinForm[] {
  return pinyinForms(name, looksLikePersonName(name) ? 'person' : 'text');
}

export function formsOfPerson(name: string): readonly PinyinForm[] {
  return pinyinForms(name, 'person');
}

/** The dialled digits of each phone, and of each extension. */
export function digitsOf(phones: readonly string[]): readonly string[] {
  return phones.flatMap(splitPhones).flatMap((text) => {
    const phone = normalisePhone(text);
    if (!phone) {
      const digits = text.replace(/\D/g, '');
      return digits === '' ? [] : [digits];
    }
    const digits = dialledDigits(phone);
    return phone.extension === null ? [digits] : [digits, digits + phone.extension];
  });
}

function formsOf(source: SearchSource): readonly PinyinForm[] {
  return [...source.names.flatMap(formsOfName), ...source.contacts.flatMap(formsOfPerson)];
}

/** Every two neighbouring characters, and the last one alone: `"n杭"*` then finds 杭 wherever it stands. */
function windowsOf(bare: string): string {
  let windows = '';
  let before = '';
  let count = 0;
  for (const character of bare) {
    if (before !== '') windows += ` ${tokenClass.text}${before}${character}`;
    before = character;
    count += 1;
    if (count === maxCharacters) break;
  }
  return `${windows} ${tokenClass.text}${before}`;
}

function digitWindowsOf(digits: string): string {
  let windows = '';
  for (let index = 0; index + 3 <= digits.length; index += 1) {
    windows += ` ${tokenClass.phone}${digits.slice(index, index + 3)}`;
  }
  return windows;
}

/** One token per start, so that a prefix of it is a run from there: a run of initials is found wherever it stands. */
function pinyinTokensOf(form: PinyinForm): string {
  let tokens = '';
  for (let index = 0; index < form.ownStarts; index += 1) {
    const initial = form.initialStarts[index] ?? 0;
    const spelling = form.spellingStarts[index] ?? 0;
    tokens += ` ${tokenClass.initials}${form.initials.slice(initial, initial + pinyinTokenLength.initials)}`;
    if (initial + 2 <= form.initials.length) {
      tokens += ` ${tokenClass.twoInitials}${form.initials.slice(initial, initial + 2)}`;
    }
    tokens += ` ${tokenClass.spelling}${form.spelling.slice(spelling, spelling + pinyinTokenLength.spelling)}`;
  }
  return tokens;
}
