import { headingWord } from './heading-word.ts';
import type { ImportTarget } from './import-target.ts';

/** The words that a target's sheets use as headings. */
export interface KnownHeadings<Key extends string> {
  /** Heading word → the field it always means. */
  readonly fields: ReadonlyMap<string, Key>;
  /** Heading word → its place among the target's shared headings. */
  readonly shared: ReadonlyMap<string, number>;
  readonly ignored: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

export function knownHeadings<Key extends string>(target: ImportTarget<Key>): KnownHeadings<Key> {
  const fields = new Map<string, Key>();
  for (const field of target.fields) {
    for (const heading of field.headings) {
      const word = headingWord(heading);
      if (!fields.has(word)) fields.set(word, field.key);
    }
  }
  const shared = new Map(
    target.sharedHeadings.flatMap((entry, index) =>
      entry.headings.map((heading) => [headingWord(heading), index] as const),
    ),
  );
  const ignored = new Set(target.ignoredHeadings.map(headingWord));
  return { fields, shared, ignored, all: new Set([...fields.keys(), ...shared.keys(), ...ignored]) };
}
