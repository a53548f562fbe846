import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { liveUserRows, type UserRow } from '../../../db/queries/user-rows.ts';
import { users } from '../../../db/schema/book.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { nameKey } from '../../../src-shared/core/name-key.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { UserFields } from '../../../src-shared/users/user.ts';

export function createUser(db: WriteDb, fields: UserFields): Result<{ id: Id }, AppError> {
  const taken = nameTaken(db, fields.name, null);
  if (taken) return err(taken);
  const id = newId(instantToMs(db.info.now));
  db.insert(users, { ...fields, id });
  return ok({ id });
}

export function updateUser(db: WriteDb, id: Id, fields: Partial<UserFields>): Result<object, AppError> {
  const present = liveUser(db, id);
  if (!present.ok) return present;
  const taken = fields.name === undefined ? null : nameTaken(db, fields.name, id);
  if (taken) return err(taken);
  const stepsDown = present.value.role === 'owner' && fields.role !== undefined && fields.role !== 'owner';
  if (stepsDown && isLastOwner(db, id)) return err({ kind: 'conflict', reason: 'last_owner', otherId: id });
  db.update(users, id, fields);
  return ok({});
}

/** With the firm no longer: what they did and own keeps their name, nothing new can be given to them. */
export function binUser(db: WriteDb, id: Id): Result<object, AppError> {
  const present = liveUser(db, id);
  if (!present.ok) return present;
  if (present.value.role === 'owner' && isLastOwner(db, id)) {
    return err({ kind: 'conflict', reason: 'last_owner', otherId: id });
  }
  db.update(users, id, { deletedAt: db.info.now });
  return ok({});
}

/** Errors: not_found, conflict in_bin (gone). */
export function liveUser(db: ReadDb, id: Id): Result<UserRow, AppError> {
  const user = findRow(db, users, id);
  if (!user) return err({ kind: 'not_found', entity: 'users', id });
  return user.deletedAt === null ? ok(user) : err({ kind: 'conflict', reason: 'in_bin', otherId: id });
}

function isLastOwner(db: ReadDb, id: Id): boolean {
  return !liveUserRows(db).some((user) => user.role === 'owner' && user.id !== id);
}

/** Two people of one name could not be told apart in any list. */
function nameTaken(db: ReadDb, name: string, exceptId: Id | null): AppError | null {
  const key = nameKey(name);
  const other = liveUserRows(db).find((user) => user.id !== exceptId && nameKey(user.name) === key);
  return other ? { kind: 'conflict', reason: 'name_taken', otherId: other.id } : null;
}
