import { bareText } from '../core/fold-text.ts';
import { pinyinTokenLength, tokenLetters } from './search-index.ts';

/**
 * What a person typed into the search box, ready for the index.
 * The expressions are for `MATCH`, built from letters, digits and characters above 127 alone: nothing typed can break
 * out of them.
 */
export interface SearchQuery {
  /** Every word, anywhere. */
  readonly match: string;
  /**
   * Narrower: the hits of a rank are among the rows it finds, perhaps with some that rankerFor then refuses.
   * Null where no row can have that rank. The last rank has none of its own: `match` finds its hits.
   */
  readonly byRank: {
    readonly nameStarts: string;
    readonly initialsStart: string | null;
    readonly nameContains: string;
    readonly contact: string;
    readonly phone: string | null;
  };
  /** No word is longer than a window: the index alone says which rows are hits. Else rankerFor must agree. */
  readonly isExact: boolean;
  /** The words typed, folded as the row's text is; for marking hits. */
  readonly words: readonly string[];
}

const maxWords = 8;
const maxWordLength = 40;

/**
 * Every word must be found; in a name, contact, tag or text from one character, in a phone from three digits, in pinyin
 * by initials of any run or by spelling from any syllable (domain §9).
 * Null when nothing was typed that can be searched (blank, or punctuation alone): show everything.
 */
export function queryTokens(query: string): SearchQuery | null {
  const words = wordsOf(query);
  if (words.length === 0) return null;
  const match = allOf(words.map((word) => anywhere(word)));
  // With one word the narrower expression says it all.
  const narrowed = (expression: string) => (words.length === 1 ? expression : allOf([match, expression]));
  const ofSome = (expressions: readonly (string | null)[]) => {
    const real = expressions.filter((expression) => expression !== null);
    return real.length === 0 ? null : narrowed(oneOf(real));
  };
  return {
    match,
    byRank: {
      nameStarts: narrowed(oneOf(words.map(nameStart))),
      initialsStart: ofSome(
        words.map((word) => (isLatin(word) ? pinyinOf(word, tokenLetters.name, tokenLetters.nameStart) : null)),
      ),
      nameContains: narrowed(oneOf(words.map((word) => inField(word, tokenLetters.name)))),
      contact: narrowed(oneOf(words.map((word) => inField(word, tokenLetters.contact)))),
      phone: ofSome(words.map((word) => (isDigits(word) ? digitWindowsOf(word, tokenLetters.phone) : null))),
    },
    isExact: words.every((word) => [...word].length <= 2),
    words,
  };
}

/** What pinyin and initials are typed in. */
export function isLatin(word: string): boolean {
  return /^[a-z0-9]*[a-z][a-z0-9]*$/.test(word);
}

/** Enough digits to be looked for in phones. */
export function isDigits(word: string): boolean {
  return /^\d{3,}$/.test(word);
}

function wordsOf(query: string): readonly string[] {
  const typed = query.normalize('NFKC').trim();
  const phone = onePhone(typed);
  const words = phone === null ? typed.split(/\s+/).slice(0, maxWords * 2) : [phone];
  const bare = words.map((word) => [...bareText(word)].slice(0, maxWordLength).join(''));
  return [...new Set(bare)].filter((word) => word !== '').slice(0, maxWords);
}

/** `138 0013 80` and `+86 571-8888` are one number however they are spaced; `360 8000` stays two words. */
function onePhone(typed: string): string | null {
  if (!/^[+\d\s()\-.]+$/.test(typed)) return null;
  const home = typed.replace(/^\(?(?:\+|00)\s*86\)?[\s-]*/, '');
  if (home === typed && !/^(?:1[3-9]|\(?0\d|[48]00|\+)/.test(home)) return null;
  const digits = home.replace(/\D/g, '');
  return digits.length >= 3 ? digits : null;
}

type FieldLetters = (typeof tokenLetters)['name' | 'contact'];

function anywhere(word: string): string {
  const ways = [inField(word, tokenLetters.name), inField(word, tokenLetters.contact)];
  if (isDigits(word)) ways.push(digitWindowsOf(word, tokenLetters.phone));
  return oneOf([...ways, windowsOf(word, tokenLetters.rest)]);
}

function inField(word: string, letters: FieldLetters): string {
  const windows = windowsOf(word, letters.text);
  return isLatin(word) ? oneOf([windows, pinyinOf(word, letters)]) : windows;
}

function nameStart(word: string): string {
  const head = [...word].slice(0, 2);
  return `"${tokenLetters.nameStart.text}${head.join('')}"${head.length === 1 ? '*' : ''}`;
}

/** `head`: the letters for where the word begins, when only the start of a name will do. */
function pinyinOf(word: string, letters: FieldLetters, head: PinyinLetters = letters): string {
  return oneOf([initialsOf(word, letters, head), spellingOf(word, letters, head)]);
}

type PinyinLetters = Readonly<Record<'initials' | 'twoInitials' | 'spelling', string>>;

function initialsOf(word: string, letters: FieldLetters, head: PinyinLetters): string {
  const { initials: length } = pinyinTokenLength;
  if (word.length === 2) return `"${head.twoInitials}${word}"`;
  const windows = [headOf(head.initials, word, length)];
  for (let start = 1; start + length <= word.length; start += 1) {
    const window = word.slice(start, start + length);
    windows.push(oneOf([`"${letters.initials}${window}"`, `"${letters.innerInitials}${window}"`]));
  }
  return allOf(windows);
}

/** No syllable is longer, so one begins in every so many letters of a spelling. */
const longestSyllable = 6;

function spellingOf(word: string, letters: FieldLetters, head: PinyinLetters): string {
  const { spelling: length } = pinyinTokenLength;
  const first = headOf(head.spelling, word, length);
  if (word.length <= length) return first;
  const next: string[] = [];
  for (let start = 1; start <= longestSyllable; start += 1) {
    const rest = word.slice(start);
    next.push(headOf(letters.spelling, rest, length), headOf(letters.innerSpelling, rest, length));
  }
  return allOf([first, oneOf(next)]);
}

/** A word as long as the tokens are is one of them; only a shorter one needs the costlier search by prefix. */
function headOf(letter: string, word: string, length: number): string {
  return word.length < length ? `"${letter}${word}"*` : `"${letter}${word.slice(0, length)}"`;
}

function windowsOf(word: string, letter: string): string {
  if (isDigits(word)) return digitWindowsOf(word, letter);
  const characters = [...word];
  const [first = '', second] = characters;
  if (second === undefined) return `"${letter}${first}"*`;
  return allOf(characters.slice(1).map((character, index) => `"${letter}${characters[index]}${character}"`));
}

function digitWindowsOf(digits: string, letter: string): string {
  const windows: string[] = [];
  for (let index = 0; index + 3 <= digits.length; index += 1) {
    windows.push(`"${letter}${digits.slice(index, index + 3)}"`);
  }
  return allOf(windows);
}

function allOf(expressions: readonly string[]): string {
  const different = [...new Set(expressions)];
  return different.length === 1 ? (different[0] ?? '') : `(${different.join(' AND ')})`;
}

function oneOf(expressions: readonly string[]): string {
  const different = [...new Set(expressions)];
  return different.length === 1 ? (different[0] ?? '') : `(${different.join(' OR ')})`;
}
