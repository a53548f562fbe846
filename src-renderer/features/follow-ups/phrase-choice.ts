import { foldCase } from '../../../src-shared/core/fold-text.ts';

/** Those that hold what was typed, those that begin with it first; the user's order otherwise. */
export function phrasesFor(phrases: readonly string[], typed: string): readonly string[] {
  const wanted = foldCase(typed.trim());
  const holding = phrases.filter((phrase) => foldCase(phrase).includes(wanted));
  return [
    ...holding.filter((phrase) => foldCase(phrase).startsWith(wanted)),
    ...holding.filter((phrase) => !foldCase(phrase).startsWith(wanted)),
  ];
}
