import type { ReadDb } from '../../db/open.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../src-shared/core/result.ts';
import type { Actor } from './actor.ts';

/** Answers that were worked out over the whole book and are asked for page by page. */
export interface AnswerShelf<Answer> {
  /** Keeps an answer and names it. */
  keep(db: ReadDb, actor: Actor, answer: Answer): Id;
  /** Errors: conflict answer_expired, when it is not kept any more or was another's: who may see more is told more. */
  find(db: ReadDb, actor: Actor, id: string): Result<Answer, AppError>;
}

/** By the open book, so that closing it lets go of them; the oldest goes first. */
export function answerShelf<Answer>(mostKept: number): AnswerShelf<Answer> {
  const shelves = new WeakMap<ReadDb, Map<string, { answer: Answer; userId: Id; reach: Actor['reach'] }>>();
  return {
    keep: (db, { userId, reach }, answer) => {
      const shelf = shelves.get(db) ?? new Map();
      shelves.set(db, shelf);
      const id = newId();
      shelf.set(id, { answer, userId, reach });
      for (const oldest of shelf.keys()) {
        if (shelf.size <= mostKept) break;
        shelf.delete(oldest);
      }
      return id;
    },
    find: (db, { userId, reach }, id) => {
      const kept = shelves.get(db)?.get(id);
      if (!kept || kept.userId !== userId || kept.reach !== reach)
        return err({ kind: 'conflict', reason: 'answer_expired' });
      return ok(kept.answer);
    },
  };
}
