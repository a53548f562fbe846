import { findRow } from '../../../db/queries/find-row.ts';
import { liveUserRows } from '../../../db/queries/user-rows.ts';
import { users } from '../../../db/schema/book.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { BooklessContext } from '../../ipc/handler-context.ts';

/** By book: whether somebody must say who they are before anything else is answered. */
export class SeatLock {
  readonly #isLocked = new Map<Id, boolean>();

  /** `asFound` is asked once, when the book is first seen since the app started: a PIN set later locks nobody out. */
  isLocked(bookId: Id, asFound: () => boolean): boolean {
    let isLocked = this.#isLocked.get(bookId);
    if (isLocked === undefined) {
      isLocked = asFound();
      this.#isLocked.set(bookId, isLocked);
    }
    return isLocked;
  }

  unlock(bookId: Id): void {
    this.#isLocked.set(bookId, false);
  }
}

/** Who sat here last is asked for the PIN, if they have one and others use the book too (domain §13). */
export function isSeatLocked(session: BooklessContext['session'], lock: SeatLock, userId: Id): boolean {
  const { opened } = session;
  if (!opened) return false;
  const { db, bookId } = opened;
  return lock.isLocked(bookId, () => {
    const hasPin = (findRow(db, users, userId)?.pinHash ?? null) !== null;
    return hasPin && liveUserRows(db).length > 1;
  });
}
