import { normaliseName } from '../../src-shared/customers/normalised-name.ts';
import { areSimilarNames } from '../../src-shared/customers/same-customer.ts';
import { tokenLetters } from '../../src-shared/search/search-index.ts';
import type { ReadDb } from '../connection.ts';
import { tuplesOf } from '../prepared.ts';

/** Names that share most of their parts with one, compared letter by letter; more than that in one city are all alike. */
const mostCompared = 1_000;

const sharingParts = `
  SELECT l.doc, k.value
  FROM (SELECT rowid AS doc FROM customer_search WHERE customer_search MATCH ?) AS alike
  CROSS JOIN customer_list l ON l.doc = alike.doc JOIN customers c ON c.id = l.customer_id
  JOIN customer_keys k ON k.doc = l.doc AND k.kind = 'name'
  WHERE c.city IN (?, ?) LIMIT ${mostCompared}`;

/**
 * Docs of customers of one city, the bin included, with a similar name (domain §8). None where no city is given: a name
 * that is merely similar means nothing across the country.
 */
export function docsOfSimilarNames(db: ReadDb, name: string, city: string): readonly number[] {
  const normalised = normaliseName(name);
  const match = sameParts([...normalised]);
  const bare = city.trim().replace(/市$/, '');
  if (match === null || bare === '') return [];
  return tuplesOf<readonly [doc: number, name: string]>(db.sqlite, sharingParts)
    .all(match, bare, `${bare}市`)
    .filter(([, other]) => areSimilarNames(normalised, other))
    .map(([doc]) => doc);
}

/**
 * What the index can say of two names that differ in at most k letters: cut into more than k parts, all parts but k are
 * the same in both, and so is what lies between two neighbours of these.
 * Null for names so short that nothing may differ.
 */
function sameParts(letters: readonly string[]): string | null {
  // The other name may be longer by those k letters, and 15% are counted from the longer one (domain §8).
  const differing = Math.floor((15 * letters.length) / 85);
  if (differing === 0) return null;
  const parts = partCount(letters.length, differing);
  const starts = Array.from({ length: parts + 1 }, (_, part) => Math.floor((part * letters.length) / parts));
  const choices = choose(
    starts.slice(0, -1).map((_, part) => part),
    parts - differing,
  );
  return choices.map((same) => `(${windowsOfParts(letters, starts, same).join(' AND ')})`).join(' OR ');
}

/** Many small parts tell names apart best; in long names one part of six letters does, and there would be too many choices. */
function partCount(length: number, differing: number): number {
  if (differing >= 3) return differing + 1;
  return length >= 2 * (differing + 3) ? differing + 3 : differing + 2;
}

/** Every two neighbouring letters, as names are indexed, that lie within the parts or between two that are neighbours. */
function windowsOfParts(
  letters: readonly string[],
  starts: readonly number[],
  same: readonly number[],
): readonly string[] {
  return same.flatMap((part) => {
    const end = same.includes(part + 1) ? (starts[part + 1] ?? 0) + 1 : (starts[part + 1] ?? 0);
    const run = letters.slice(starts[part], end);
    return run.slice(1).map((letter, index) => `"${tokenLetters.name.text}${run[index]}${letter}"`);
  });
}

/** Every choice of `count` out of a list, in its order. */
function choose<T>(list: readonly T[], count: number): readonly (readonly T[])[] {
  if (count === 0) return [[]];
  return list.flatMap((first, index) => choose(list.slice(index + 1), count - 1).map((rest) => [first, ...rest]));
}
