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
 * The letter before each token says where it stands: so the digits of a phone cannot match a name, nor initials a
 * spelling, and the hits of one rank (domain §9) can be asked for alone.
 * Two initials have a token of their own: as a prefix of longer ones the index would have to join hundreds of lists.
 */
export const tokenLetters = {
  nameStart: { text: 'a', initials: 'b', twoInitials: 'g', spelling: 'h' },
  name: { text: 'n', initials: 'i', twoInitials: 'j', spelling: 's', innerInitials: 'k', innerSpelling: 'l' },
  contact: { text: 'c', initials: 'd', twoInitials: 'e', spelling: 'f', innerInitials: 'm', innerSpelling: 'o' },
  phone: 'p',
  rest: 't',
} as const;
type PinyinLetters = Readonly<Record<'initials' | 'twoInitials' | 'spelling', string>>;
/** Inner: from the second letter on of a Latin run; no search begins there, but a long one runs over it. */
type FormLetters = PinyinLetters & Readonly<Record<'innerInitials' | 'innerSpelling', string>>;

/**
 * The control character that begins a line of the row's text and says what the line is, in the order of rank.
 * Nothing typed can hold one: bareText takes them out of names and queries alike.
 */
export const lineKinds = {
  name: '\u0001',
  nameForm: '\u0002',
  contact: '\u0003',
  contactForm: '\u0004',
  phone: '\u0005',
  rest: '\u0006',
} as const;
/** Stands before each syllable of a form: a spelling is found from the start of a syllable only. */
export const syllableMark = '\u0007';

/** Long addresses stop being searchable here. */
const maxCharacters = 200;
/**
 * How much of a run of initials or of a spelling is a token. Queries are cut to the same length, and the row's text
 * settles the rest. Short tokens repeat from row to row: a search for `hz` then reads hundreds of tokens, not every name.
 */
export const pinyinTokenLength = { initials: 4, spelling: 8 } as const;

/** What one record puts into the index, and the text that verifies and ranks a hit. */
export interface SearchEntry {
  /** Tokens with a space between; some come twice, which the index does not mind. */
  readonly tokens: string;
  /** One line per text, phone and reading: a line break, one of lineKinds, the line (see rankerFor). */
  readonly text: string;
}

/** See performance.md 1. Both parts at once: they share the costly half of the work. */
export function searchEntry(source: SearchSource): SearchEntry {
  const { name, nameStart, contact } = tokenLetters;
  const entry = { tokens: '', text: '' };
  for (const text of source.names) {
    const bare = addText(entry, text, lineKinds.name, name.text);
    if (bare !== '') entry.tokens += ` ${nameStart.text}${[...bare.slice(0, 4)].slice(0, 2).join('')}`;
  }
  for (const form of source.names.flatMap(formsOfName)) {
    addForm(entry, form, lineKinds.nameForm, name);
    entry.tokens += pinyinTokens(form, 0, nameStart);
  }
  for (const text of source.contacts) addText(entry, text, lineKinds.contact, contact.text);
  for (const form of source.contacts.flatMap(formsOfPerson)) addForm(entry, form, lineKinds.contactForm, contact);
  for (const digits of digitsOf(source.phones)) {
    entry.text += `\n${lineKinds.phone}${digits}`;
    entry.tokens += digitWindowsOf(digits, tokenLetters.phone);
  }
  for (const text of source.tags) addText(entry, text, lineKinds.rest, tokenLetters.rest);
  for (const text of source.texts) addText(entry, text, lineKinds.rest, tokenLetters.rest);
  return { tokens: entry.tokens.slice(1), text: entry.text };
}

type OpenEntry = { -readonly [K in keyof SearchEntry]: SearchEntry[K] };

function addText(entry: OpenEntry, text: string, lineKind: string, letter: string): string {
  const whole = bareText(text);
  const bare = whole.length > maxCharacters ? [...whole].slice(0, maxCharacters).join('') : whole;
  if (bare === '') return '';
  entry.text += `\n${lineKind}${bare}`;
  entry.tokens += windowsOf(bare, letter);
  return bare;
}

function addForm(entry: OpenEntry, form: PinyinForm, lineKind: string, letters: FormLetters): void {
  entry.text += `\n${lineKind}${marked(form.initials, form.initialStarts)}`;
  entry.text += `\n${lineKind}${marked(form.spelling, form.spellingStarts)}`;
  for (let index = 0; index < form.ownStarts; index += 1) {
    entry.tokens += pinyinTokens(form, index, letters) + innerTokens(form, index, letters);
  }
}

function marked(text: string, starts: readonly number[]): string {
  let result = '';
  for (let index = 0; index < starts.length; index += 1) {
    result += syllableMark + text.slice(starts[index], starts[index + 1]);
  }
  return result;
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

/**
 * Every two neighbouring characters, and the last one alone: `"n杭"*` then finds 杭 wherever it stands.
 * Of digits every three as well: two are in most addresses.
 */
function windowsOf(bare: string, letter: string): string {
  let windows = '';
  let before = '';
  let digits = '';
  for (const character of bare) {
    if (before !== '') windows += ` ${letter}${before}${character}`;
    before = character;
    digits = character >= '0' && character <= '9' ? digits.slice(-2) + character : '';
    if (digits.length === 3) windows += ` ${letter}${digits}`;
  }
  return `${windows} ${letter}${before}`;
}

function digitWindowsOf(digits: string, letter: string): string {
  let windows = '';
  for (let index = 0; index + 3 <= digits.length; index += 1) windows += ` ${letter}${digits.slice(index, index + 3)}`;
  return windows;
}

/** A syllable has one initial; a run of Latin letters has as many as it is long. */
function innerTokens(form: PinyinForm, index: number, letters: FormLetters): string {
  const initial = form.initialStarts[index] ?? 0;
  const spelling = form.spellingStarts[index] ?? 0;
  const end = form.initialStarts[index + 1] ?? form.initials.length;
  let tokens = '';
  for (let inner = 1; initial + inner < end; inner += 1) {
    const { initials, spelling: spelled } = pinyinTokenLength;
    tokens += ` ${letters.innerInitials}${form.initials.slice(initial + inner, initial + inner + initials)}`;
    tokens += ` ${letters.innerSpelling}${form.spelling.slice(spelling + inner, spelling + inner + spelled)}`;
  }
  return tokens;
}

/** The tokens of one start, so that a prefix of them is a run from there: a run of initials is found wherever it stands. */
function pinyinTokens(form: PinyinForm, index: number, letters: PinyinLetters): string {
  const initial = form.initialStarts[index] ?? 0;
  const spelling = form.spellingStarts[index] ?? 0;
  const { initials: initialsLength, spelling: spellingLength } = pinyinTokenLength;
  let tokens = ` ${letters.initials}${form.initials.slice(initial, initial + initialsLength)}`;
  if (initial + 2 <= form.initials.length) {
    tokens += ` ${letters.twoInitials}${form.initials.slice(initial, initial + 2)}`;
  }
  return `${tokens} ${letters.spelling}${form.spelling.slice(spelling, spelling + spellingLength)}`;
}
