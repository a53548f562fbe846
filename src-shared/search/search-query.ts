import { bareText } from '../core/fold-text.ts';
import { pinyinTokenLength, tokenClass } from './search-index.ts';

/** What a person typed into the search box, ready for the index. */
export interface SearchQuery {
  /** An expression for `MATCH`. Built from letters, digits and characters above 127 alone: nothing typed can break out of it. */
  readonly match: string;
  /** Each must stand in the row's searchText (`instr`): windows alone would also find them in another order. */
  readonly contains: readonly string[];
  /** The words typed, folded as searchText is; for ranking and for marking hits. */
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
  return {
    match: words.map(matchOf).join(' AND '),
    contains: words.filter((word) => [...word].length > 2),
    words,
  };
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

function matchOf(word: string): string {
  const characters = [...word];
  const ways = [windowsOf(characters)];
  if (/^\d{3,}$/.test(word)) ways.push(digitWindowsOf(word));
  if (/^[a-z0-9]*[a-z][a-z0-9]*$/.test(word)) {
    ways.push(initialsOf(word), headOf(tokenClass.spelling, word, pinyinTokenLength.spelling));
  }
  return ways.length === 1 ? `(${ways[0]})` : `(${ways.map((way) => `(${way})`).join(' OR ')})`;
}

function initialsOf(word: string): string {
  if (word.length === 2) return `"${tokenClass.twoInitials}${word}"`;
  return headOf(tokenClass.initials, word, pinyinTokenLength.initials);
}

/** A word as long as the tokens are is one of them; only a shorter one needs the costlier search by prefix. */
function headOf(letter: string, word: string, length: number): string {
  return word.length < length ? `"${letter}${word}"*` : `"${letter}${word.slice(0, length)}"`;
}

function windowsOf(characters: readonly string[]): string {
  const [first = '', second] = characters;
  if (second === undefined) return `"${tokenClass.text}${first}"*`;
  const windows = new Set<string>();
  for (let index = 0; index + 1 < characters.length; index += 1) {
    windows.add(`"${tokenClass.text}${characters[index]}${characters[index + 1]}"`);
  }
  return [...windows].join(' AND ');
}

function digitWindowsOf(digits: string): string {
  const windows = new Set<string>();
  for (let index = 0; index + 3 <= digits.length; index += 1) {
    windows.add(`"${tokenClass.phone}${digits.slice(index, index + 3)}"`);
  }
  return [...windows].join(' AND ');
}
