import { foldCase, isHan } from '../core/fold-text.ts';
import { looksLikePersonName } from '../customers/person-name.ts';
import { type ReadAs, readingsOf } from './pinyin.ts';

/** Names longer than this sort by their own characters from there on; keys stay short in the index. */
const maxKeyed = 24;

/**
 * A key that sorts names as people look them up when compared byte by byte (SQLite's BINARY): digits by their value,
 * then Latin without regard to case or accents, then Chinese by pinyin, tone and character, so that one family name
 * stands together. Names that differ only in case, accents or punctuation follow each other by their characters.
 * Without `readAs` the shape of the name tells whether 单 is shàn.
 */
export function sortKey(name: string, readAs: ReadAs = looksLikePersonName(name) ? 'person' : 'text'): string {
  const characters = [...keyedText(name)];
  const readings = readingsOf(characters, readAs);
  let key = '';
  for (let index = 0; index < characters.length && index < maxKeyed; index += 1) {
    const character = characters[index] ?? '';
    const reading = readings[index];
    if (reading && isHan(character)) key += `${reading.syllable}${reading.tone}${character}`;
    else if (character >= '0' && character <= '9') {
      const run = digitRun(characters, index);
      key += numberKey(run);
      index += run.length - 1;
    } else key += character.toUpperCase();
  }
  // U+0001 sorts before anything typed: a shorter name comes before the longer one that begins with it.
  return `${key}\u0001${name}`;
}

/** Letters, digits and single spaces, in one case and without accents. */
function keyedText(name: string): string {
  if (/^[\u4e00-\u9fff0-9a-z]*$/.test(name)) return name;
  const plain = foldCase(name)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  return plain
    .replace(/[\p{P}\p{S}\p{C}]+/gu, '')
    .replace(/\p{Z}+/gu, ' ')
    .trim();
}

function digitRun(characters: readonly string[], from: number): string {
  let run = '';
  for (let index = from; /^\d$/.test(characters[index] ?? ''); index += 1) run += characters[index];
  return run;
}

/** The count of digits goes first, so that 3号 comes before 12号. */
function numberKey(run: string): string {
  const value = run.replace(/^0+(?=\d)/, '');
  return `${String(Math.min(value.length, 99)).padStart(2, '0')}${value}`;
}
