import type { ReadDb } from '../../../db/open.ts';
import { journalPosition } from '../../../db/queries/journal-position.ts';
import type { AgingTable } from '../../../db/queries/money/aging-table.ts';
import { hasMoneyChangedSince } from '../../../db/queries/money/money-changed.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { Actor } from '../../ipc/actor.ts';
import type { MadeAging } from './aging-job.ts';
import { KnownGrades } from './known-grades.ts';

/** The desk, a drill-down and a printed sheet beside it; each is some megabytes in the largest of books. */
const mostKept = 4;

interface Kept {
  readonly table: AgingTable;
  readonly grades: KnownGrades;
  /** Whose it is: what one may see may be more than what the next at this PC may. */
  readonly userId: Id;
  readonly reach: Actor['reach'];
  /** Up to here the journal was found to hold nothing that would change it. */
  position: number;
}

/** By the open book, so that closing it lets go of them; the oldest first. */
const shelves = new WeakMap<ReadDb, Map<Id, Kept>>();

/** Keeps an aging for the pages that will be asked of it, and names it. */
export function keepAging(db: ReadDb, { userId, reach }: Actor, { table, position }: MadeAging): Id {
  const shelf = shelves.get(db) ?? new Map<Id, Kept>();
  shelves.set(db, shelf);
  const id = newId();
  shelf.set(id, { table, grades: new KnownGrades(), userId, reach, position });
  for (const oldest of shelf.keys()) {
    if (shelf.size <= mostKept) break;
    shelf.delete(oldest);
  }
  return id;
}

/** Errors: conflict answer_expired, when the book was written to since in a way that shows, or it is not kept. */
export function keptAging(
  db: ReadDb,
  { userId, reach }: Actor,
  id: Id,
): Result<Pick<Kept, 'table' | 'grades'>, AppError> {
  const shelf = shelves.get(db);
  const kept = shelf?.get(id);
  if (!kept || kept.userId !== userId || kept.reach !== reach) return expired;
  const position = journalPosition(db);
  if (position > kept.position && hasMoneyChangedSince(db, kept.position)) {
    shelf?.delete(id);
    return expired;
  }
  kept.position = position;
  return ok(kept);
}

const expired = err({ kind: 'conflict', reason: 'answer_expired' } as const);
