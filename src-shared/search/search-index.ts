import { bareText } from '../core/fold-text.ts';
import { looksLikePersonName } from '../customers/person-name.ts';
import { dialledDigits, normalisePhone } from '../customers/phone.ts';
import { splitPhones } from '../customers/split-phones.ts';
import { type PinyinForm, pinyinForms } from './pinyin-forms.ts';
import { TokenWriter } from './token-writer.ts';

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
  /** Tokens with a space between, each once. */
  readonly tokens: string;
  /** One line per text, phone and reading: a line break, one of lineKinds, the line (see rankerFor). */
  readonly text: string;
}

const tokens = new TokenWriter();

/** See performance.md 1. Both parts at once: they share the costly half of the work. */
export function searchEntry(source: SearchSource): SearchEntry {
  const { name, nameStart, contact } = tokenLetters;
  // What a record that failed half way left behind.
  tokens.clear();
  let text = '';
  for (const one of source.names) {
    const bare = searched(one);
    if (bare === '') continue;
    text += lineOf(bare, lineKinds.name);
    addWindows(bare, name.text);
    tokens.add(nameStart.text, bare, 0, endOfTwo(bare));
  }
  for (const one of source.names) {
    for (const form of formsOfName(one)) {
      text += linesOf(form, lineKinds.nameForm);
      addForm(form, name);
      addPinyin(form, 0, nameStart);
    }
  }
  for (const one of source.contacts) text += withWindows(one, lineKinds.contact, contact.text);
  for (const one of source.contacts) {
    for (const form of formsOfPerson(one)) {
      text += linesOf(form, lineKinds.contactForm);
      addForm(form, contact);
    }
  }
  for (const digits of digitsOf(source.phones)) {
    text += lineOf(digits, lineKinds.phone);
    addDigitWindows(digits, tokenLetters.phone);
  }
  for (const one of source.tags) text += withWindows(one, lineKinds.rest, tokenLetters.rest);
  for (const one of source.texts) text += withWindows(one, lineKinds.rest, tokenLetters.rest);
  return { tokens: tokens.take(), text };
}

function searched(text: string): string {
  const whole = bareText(text);
  return whole.length > maxCharacters ? [...whole].slice(0, maxCharacters).join('') : whole;
}

function lineOf(text: string, lineKind: string): string {
  return `\n${lineKind}${text}`;
}

/** The line of a text, once its windows are among the tokens. */
function withWindows(text: string, lineKind: string, letter: string): string {
  const bare = searched(text);
  if (bare === '') return '';
  addWindows(bare, letter);
  return lineOf(bare, lineKind);
}

function linesOf(form: PinyinForm, lineKind: string): string {
  return (
    lineOf(marked(form.initials, form.initialStarts), lineKind) +
    lineOf(marked(form.spelling, form.spellingStarts), lineKind)
  );
}

function addForm(form: PinyinForm, letters: FormLetters): void {
  for (let index = 0; index < form.ownStarts; index += 1) {
    addPinyin(form, index, letters);
    addInner(form, index, letters);
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
function addWindows(bare: string, letter: string): void {
  let before = -1;
  let digits = 0;
  for (let start = 0; start < bare.length; ) {
    const end = endOfOne(bare, start);
    if (before >= 0) tokens.add(letter, bare, before, end);
    before = start;
    const unit = bare.charCodeAt(start);
    digits = unit >= 0x30 && unit <= 0x39 ? digits + 1 : 0;
    if (digits >= 3) tokens.add(letter, bare, end - 3, end);
    start = end;
  }
  tokens.add(letter, bare, before, bare.length);
}

/** Where the character ends that begins there: the rare ones have two code units. */
function endOfOne(text: string, start: number): number {
  return start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
}

function endOfTwo(text: string): number {
  const first = endOfOne(text, 0);
  return first < text.length ? endOfOne(text, first) : first;
}

function addDigitWindows(digits: string, letter: string): void {
  for (let index = 0; index + 3 <= digits.length; index += 1) tokens.add(letter, digits, index, index + 3);
}

/** A syllable has one initial; a run of Latin letters has as many as it is long. */
function addInner(form: PinyinForm, index: number, letters: FormLetters): void {
  const initial = form.initialStarts[index] ?? 0;
  const spelling = form.spellingStarts[index] ?? 0;
  const end = form.initialStarts[index + 1] ?? form.initials.length;
  for (let inner = 1; initial + inner < end; inner += 1) {
    addStart(letters.innerInitials, form.initials, initial + inner, pinyinTokenLength.initials);
    addStart(letters.innerSpelling, form.spelling, spelling + inner, pinyinTokenLength.spelling);
  }
}

/** The tokens of one start, so that a prefix of them is a run from there: a run of initials is found wherever it stands. */
function addPinyin(form: PinyinForm, index: number, letters: PinyinLetters): void {
  const initial = form.initialStarts[index] ?? 0;
  addStart(letters.initials, form.initials, initial, pinyinTokenLength.initials);
  if (initial + 2 <= form.initials.length) addStart(letters.twoInitials, form.initials, initial, 2);
  addStart(letters.spelling, form.spelling, form.spellingStarts[index] ?? 0, pinyinTokenLength.spelling);
}

function addStart(letter: string, text: string, from: number, length: number): void {
  tokens.add(letter, text, from, Math.min(text.length, from + length));
}
