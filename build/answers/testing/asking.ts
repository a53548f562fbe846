import { at } from '../../../db/testing/open-test-book.ts';
import { NoAnswer } from '../answer.ts';
import { ask } from '../ask.ts';

/** The moment at which the tests ask. */
export const askedAt = at('2026-05-21T01:00:00.000Z');

/** What stands on stdout. */
export const answered = (...words: string[]): unknown => JSON.parse(ask(words, askedAt));

/** The sentence on stderr. */
export function refused(...words: string[]): string {
  try {
    ask(words, askedAt);
  } catch (cause) {
    if (cause instanceof NoAnswer) return cause.message;
    throw cause;
  }
  throw new Error('was answered');
}
