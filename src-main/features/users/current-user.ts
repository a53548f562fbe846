import { firstOwner, userWithFirm } from '../../../db/queries/user-rows.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { BooklessContext, CurrentUser } from '../../ipc/handler-context.ts';

/** Who last sat here with a book. */
export interface Seats {
  currentUserId(bookId: Id): Id | null;
}

/**
 * Who sits at this PC: the one who last said so, while still with the firm; else the longest-standing owner, as in a
 * book of one. Null while no book is open.
 */
export function currentUser(session: BooklessContext['session'], seats: Seats): CurrentUser | null {
  const { opened } = session;
  if (!opened) return null;
  const chosen = seats.currentUserId(opened.bookId);
  const user = (chosen === null ? null : userWithFirm(opened.db, chosen)) ?? firstOwner(opened.db);
  if (!user) throw new Error('this book has no owner');
  return user;
}
