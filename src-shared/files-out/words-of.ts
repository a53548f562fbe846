/** What goes into a file in the user's language: each word of a list, looked up. */
export function wordsOf<Word extends string>(
  words: readonly Word[],
  textOf: (word: Word) => string,
): Readonly<Record<Word, string>> {
  // Safe: one entry per word of the list.
  return Object.fromEntries(words.map((word) => [word, textOf(word)])) as Record<Word, string>;
}
