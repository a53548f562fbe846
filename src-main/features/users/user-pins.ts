import type { WriteDb } from '../../../db/journal.ts';
import { settingValue } from '../../../db/queries/book-settings.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import type { UserRow } from '../../../db/queries/user-rows.ts';
import { bookSettings, users } from '../../../db/schema/book.ts';
import { recoveryCodeSetting } from '../../../db/setting-names.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import { reachOf } from '../../../src-shared/users/rights.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import { checkSecret } from './check-secret.ts';
import { hashSecret } from './pin-hash.ts';
import { newRecoveryCode, recoveryCodeKey } from './recovery-code.ts';
import { liveUser } from './user-service.ts';

type Context = Pick<HandlerContext, 'session' | 'user' | 'now'>;

/** Errors: forbidden (somebody else's, and no owner), not_found, in_bin, wrong_pin, too_many_tries. */
export async function setPin(
  context: Context,
  { id, pin, currentPin }: { readonly id: Id; readonly pin: string | null; readonly currentPin: string | null },
): Promise<Result<{ readonly recoveryCode: string | null }, AppError>> {
  const { session, user } = context;
  if (id !== user.id && reachOf(user.role, 'users.edit') === null)
    return err({ kind: 'forbidden', right: 'users.edit' });
  const found = liveUser(session.db(), id);
  if (!found.ok) return found;
  const confirmed = await confirmSelf(context, currentPin);
  if (!confirmed.ok) return confirmed;
  const needsCode = pin !== null && found.value.role === 'owner' && storedCode(context) === null;
  const code = needsCode ? newRecoveryCode() : null;
  const written = await writePins(context, { id, pin, code });
  return written.ok ? ok({ recoveryCode: code }) : written;
}

/** Errors: wrong_pin, too_many_tries. */
export async function replaceRecoveryCode(
  context: Context,
  currentPin: string | null,
): Promise<Result<{ readonly recoveryCode: string }, AppError>> {
  const confirmed = await confirmSelf(context, currentPin);
  if (!confirmed.ok) return confirmed;
  const code = newRecoveryCode();
  const written = await writePins(context, { id: null, pin: null, code });
  return written.ok ? ok({ recoveryCode: code }) : written;
}

/**
 * Errors: forbidden (no owner: any owner can give that person a new PIN), not_found, in_bin, wrong_pin (also when the book
 * has no code), too_many_tries.
 */
export async function resetOwnerPin(
  context: Context,
  { id, code, newPin }: { readonly id: Id; readonly code: string; readonly newPin: string },
): Promise<Result<{ readonly recoveryCode: string }, AppError>> {
  const { session } = context;
  const { db, bookId } = session.book();
  const found = liveUser(db, id);
  if (!found.ok) return found;
  if (found.value.role !== 'owner') return err({ kind: 'forbidden', right: 'users.edit' });
  const stored = storedCode(context);
  if (stored === null) return err({ kind: 'conflict', reason: 'wrong_pin', otherId: id });
  const checked = await checkSecret(bookId, recoveryCodeKey(code), stored);
  if (!checked.ok) return checked;
  const next = newRecoveryCode();
  const written = await writePins(context, { id, pin: newPin, code: next });
  return written.ok ? ok({ recoveryCode: next }) : written;
}

/** Who sits here says so again, once they have a PIN. */
async function confirmSelf({ session, user }: Context, typed: string | null): Promise<Result<object, AppError>> {
  const self = liveUser(session.db(), user.id);
  if (!self.ok) return self;
  const { pinHash }: UserRow = self.value;
  return pinHash === null ? ok({}) : checkSecret(user.id, typed, pinHash);
}

function storedCode({ session }: Context): string | null {
  const value = settingValue(session.db(), recoveryCodeSetting);
  return typeof value === 'string' ? value : null;
}

/** One batch that holds secrets alone, which is how undo knows to leave it (db/secrets.ts). Hashing is done before. */
async function writePins(
  { session, user, now }: Context,
  { id, pin, code }: { readonly id: Id | null; readonly pin: string | null; readonly code: string | null },
): Promise<Result<unknown, AppError>> {
  const pinHash = pin === null ? null : await hashSecret(pin);
  const codeHash = code === null ? null : await hashSecret(recoveryCodeKey(code));
  return session.write({ source: 'edit', userId: user.id, now: now() }, (db) => {
    if (id !== null) {
      const present = liveUser(db, id);
      if (!present.ok) return present;
      db.update(users, id, { pinHash });
    }
    if (codeHash !== null) saveCode(db, codeHash);
    return ok({});
  });
}

function saveCode(db: WriteDb, hash: string): void {
  if (findRow(db, bookSettings, recoveryCodeSetting)) {
    db.update(bookSettings, recoveryCodeSetting, { value: hash, deletedAt: null });
  } else {
    db.insert(bookSettings, { id: recoveryCodeSetting, value: hash });
  }
}
