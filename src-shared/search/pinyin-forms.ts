import { bareText } from '../core/fold-text.ts';
import { type ReadAs, readingsOf } from './pinyin.ts';

/** One way to read a text: a syllable per Chinese character, runs of Latin and digits as they are. */
export interface PinyinForm {
  /** The first letter of each syllable and every Latin letter or digit: `3mzg` for 3M中国. */
  readonly initials: string;
  /** `3mzhongguo` */
  readonly spelling: string;
  /** Where a syllable or a Latin run begins: as many in `initials` as in `spelling`. */
  readonly initialStarts: readonly number[];
  readonly spellingStarts: readonly number[];
  /** How many of those starts, from the first, read otherwise than the likeliest form; all of them in that form itself. */
  readonly ownStarts: number;
}

/** Enough for a name with five doubtful characters; a longer list of readings would only bring chance hits. */
const maxForms = 6;

/**
 * The ways people may type a text in pinyin, the likeliest first: as read in its place, as a person's name where
 * `readAs` says so, and with one doubtful character at a time read the other way. Empty without any Chinese character.
 */
export function pinyinForms(text: string, readAs: ReadAs): readonly PinyinForm[] {
  const characters = [...bareText(text)];
  const readings = readingsOf(characters, readAs);
  const base = readings.map((reading) => reading?.syllable ?? null);
  if (base.every((syllable) => syllable === null)) return [];
  const forms = [formOf(characters, base, characters.length)];
  for (let index = 0; index < readings.length; index += 1) {
    for (const other of readings[index]?.others ?? []) {
      if (other === base[index] || forms.length === maxForms) continue;
      forms.push(formOf(characters, base.with(index, other), index + 1));
    }
  }
  return forms;
}

function formOf(
  characters: readonly string[],
  syllables: readonly (string | null)[],
  ownCharacters: number,
): PinyinForm {
  let initials = '';
  let spelling = '';
  const initialStarts: number[] = [];
  const spellingStarts: number[] = [];
  let ownStarts = 0;
  let inRun = false;
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    const syllable = syllables[index] ?? null;
    if (syllable !== null || !inRun) {
      initialStarts.push(initials.length);
      spellingStarts.push(spelling.length);
      if (index < ownCharacters) ownStarts += 1;
    }
    inRun = syllable === null;
    initials += syllable === null ? character : syllable.charAt(0);
    spelling += syllable ?? character;
  }
  return { initials, spelling, initialStarts, spellingStarts, ownStarts };
}
