import type { ReadDb } from '../../db/connection.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../src-shared/core/result.ts';
import { type Right, reachOf } from '../../src-shared/users/rights.ts';
import { checkSecret } from '../features/users/check-secret.ts';
import { liveUser } from '../features/users/user-service.ts';

interface Confirmation {
  readonly userId: Id;
  readonly pin: string | null;
  /** What that person must be allowed to do. */
  readonly right: Right;
  /** Who sits here, and need not say so again. */
  readonly currentUserId: Id;
}

/**
 * A colleague says yes at this PC (domain §13). Nobody is asked for a PIN who has none or who sits here anyway.
 * Errors: not_found, conflict in_bin (gone), forbidden, conflict wrong_pin, too_many_tries.
 */
export async function confirmedBy(
  db: ReadDb,
  { userId, pin, right, currentUserId }: Confirmation,
): Promise<Result<{ readonly id: Id; readonly name: string }, AppError>> {
  const found = liveUser(db, userId);
  if (!found.ok) return found;
  const { id, name, role, pinHash } = found.value;
  if (reachOf(role, right) === null) return err({ kind: 'forbidden', right });
  if (pinHash !== null && id !== currentUserId) {
    const checked = await checkSecret(id, pin, pinHash);
    if (!checked.ok) return checked;
  }
  return ok({ id, name });
}
