import type { ReadDb } from '../../db/open.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';

/** One question that a book can be asked on the command line. A later one is a file beside this and a line in ask.ts. */
export interface Answer {
  /** As it is typed. */
  readonly name: string;
  /** What follows BOOK, for the usage. */
  readonly usage: string;
  /** What follows BOOK, without `--options`. */
  readonly positionals: number;
  /** Each must be given. */
  readonly options: readonly string[];
  /** Plain data. Throws NoAnswer when it was asked wrongly or for something that is not there. */
  answer(db: ReadDb, asked: Asked): unknown;
}

/** One question about a file of orders, that needs no book. */
export interface FileAnswer extends Pick<Answer, 'name' | 'usage' | 'options'> {
  /** Plain data. Throws NoAnswer when it was asked wrongly or the file cannot be read. */
  answerFile(path: string, option: Asked['option']): unknown;
}

export interface Asked {
  readonly positionals: readonly string[];
  /** Throws NoAnswer when there is no such option. */
  readonly option: (name: string) => string;
  /** In the book's zone. */
  readonly today: CalendarDate;
  readonly timeZone: string;
}

/** A sentence for who asked: what is wrong and, where it helps, what to do. */
export class NoAnswer extends Error {}
