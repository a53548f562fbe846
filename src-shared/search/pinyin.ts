import { pinyin } from 'pinyin-pro';
import { isHan } from '../core/fold-text.ts';
import { otherReadings } from './other-readings.ts';

/** How a text is read: family names have readings of their own (单 shàn, 仇 qiú, 曾 zēng), in persons' names alone. */
export type ReadAs = 'person' | 'text';

export interface Reading {
  /** Lower case without tone, ü as v: `hang`. */
  readonly syllable: string;
  /** 0 for the neutral tone, else 1–4. */
  readonly tone: string;
  /** The readings people also type for this character; mostly none. */
  readonly others: readonly string[];
}

/** One element per code point: its reading in this place, or null for anything that is no Chinese character. */
export function readingsOf(characters: readonly string[], readAs: ReadAs): readonly (Reading | null)[] {
  const readings: (Reading | null)[] = [];
  for (let index = 0; index < characters.length; index += 1) {
    const alone = readingAlone(characters[index] ?? '');
    readings.push(alone === null || alone.others.length === 0 ? alone : readingInPlace(characters, index));
  }
  if (readAs === 'person') readFamilyName(characters, readings);
  return readings;
}

/** By code unit, which costs a tenth of a map by text; the rare characters of two code units are not kept. */
const alone: (Reading | null)[] = [];

function readingAlone(character: string): Reading | null {
  const known = character.length === 1 ? alone[character.charCodeAt(0)] : undefined;
  if (known !== undefined) return known;
  const reading = isHan(character) ? readingWithin(character, 0) : null;
  if (character.length === 1) alone[character.charCodeAt(0)] = reading;
  return reading;
}

const inPlace = new Map<string, Reading | null>();
const familyNames = new Map<string, readonly (Reading | null)[]>();
/** Some 5 MB; past that we begin again. */
const placesKept = 50_000;

/** A character with several readings is read among its neighbours: 银行 háng, 行动 xíng. */
function readingInPlace(characters: readonly string[], index: number): Reading | null {
  const before = characters[index - 1] ?? '';
  const place = before + characters[index] + (characters[index + 1] ?? '');
  // At the start of a text the same letters are another place: 行长 against the end of 银行长.
  const key = before === '' ? `^${place}` : place;
  const known = inPlace.get(key);
  if (known !== undefined) return known;
  const reading = readingWithin(place, before === '' ? 0 : 1);
  if (inPlace.size >= placesKept) inPlace.clear();
  inPlace.set(key, reading);
  return reading;
}

function readFamilyName(characters: readonly string[], readings: (Reading | null)[]): void {
  const head = characters.slice(0, 3);
  if (!head.every(isHan)) return;
  const key = head.join('');
  let family = familyNames.get(key);
  if (!family) {
    const texts = pinyin(key, { toneType: 'num', type: 'array', v: true, surname: 'head' });
    family = head.map((character, index) => parseReading(character, texts[index]));
    if (familyNames.size >= placesKept) familyNames.clear();
    familyNames.set(key, family);
  }
  for (const [index, reading] of family.slice(0, 2).entries()) if (reading) readings[index] = reading;
}

function readingWithin(text: string, index: number): Reading | null {
  return parseReading([...text][index] ?? '', pinyin(text, { toneType: 'num', type: 'array', v: true })[index]);
}

/** `hang2` as reading; null for what pinyin-pro gives back unread, such as a rare character. */
function parseReading(character: string, text = ''): Reading | null {
  const match = /^([a-zêü]+)(\d)$/.exec(text);
  if (!match) return null;
  const syllable = (match[1] ?? '').replaceAll('ü', 'v').replaceAll('ê', 'e');
  return { syllable, tone: match[2] ?? '0', others: otherReadings.get(character) ?? [] };
}
