import type { ReadDb } from '../../db/open.ts';
import { journalPosition } from '../../db/queries/journal-position.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../src-shared/core/result.ts';
import type { Actor } from './actor.ts';

/** Answers that were worked out over the whole book and are asked for page by page. */
export interface AnswerShelf<Answer> {
  /** Keeps an answer and names it. */
  keep(db: ReadDb, actor: Actor, answer: Answer): Id;
  /**
   * Errors: conflict answer_expired, when it is not kept any more, the book no longer says so, or it was another's: who
   * may see more is told more.
   */
  find(db: ReadDb, actor: Actor, id: string): Result<Answer, AppError>;
}

/** How answers are found to be no longer what the book says. Without one they are what the book said when they were made. */
export interface Freshness<Answer> {
  /** Where the journal stood before the answer was worked out. */
  readonly positionOf: (answer: Answer) => number;
  /** Whether anything that would change an answer was written after that place of the journal. */
  readonly hasChangedSince: (db: ReadDb, position: number) => boolean;
}

interface Kept<Answer> {
  readonly answer: Answer;
  readonly userId: Id;
  readonly reach: Actor['reach'];
  /** Up to here the journal was found to hold nothing that would change the answer. */
  position: number;
}

/** By the open book, so that closing it lets go of them; the oldest goes first. */
export function answerShelf<Answer>(mostKept: number, freshness?: Freshness<Answer>): AnswerShelf<Answer> {
  const shelves = new WeakMap<ReadDb, Map<string, Kept<Answer>>>();
  return {
    keep: (db, { userId, reach }, answer) => {
      const shelf = shelves.get(db) ?? new Map<string, Kept<Answer>>();
      shelves.set(db, shelf);
      const id = newId();
      shelf.set(id, { answer, userId, reach, position: freshness?.positionOf(answer) ?? 0 });
      for (const oldest of shelf.keys()) {
        if (shelf.size <= mostKept) break;
        shelf.delete(oldest);
      }
      return id;
    },
    find: (db, { userId, reach }, id) => {
      const shelf = shelves.get(db);
      const kept = shelf?.get(id);
      if (!kept || kept.userId !== userId || kept.reach !== reach) return expired;
      if (freshness && hasGoneStale(db, kept, freshness)) {
        shelf?.delete(id);
        return expired;
      }
      return ok(kept.answer);
    },
  };
}

/** Looks only at what was written since the last look, and only when anything was. */
function hasGoneStale<Answer>(db: ReadDb, kept: Kept<Answer>, { hasChangedSince }: Freshness<Answer>): boolean {
  const position = journalPosition(db);
  if (position > kept.position && hasChangedSince(db, kept.position)) return true;
  kept.position = position;
  return false;
}

const expired = err({ kind: 'conflict', reason: 'answer_expired' } as const);
