import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { allTagRows, linksOfTag, type TagRow } from '../../../db/queries/tag-rows.ts';
import { customerTags, tags } from '../../../db/schema/customers.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { nameKey } from '../../../src-shared/core/name-key.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';

/**
 * Gives the tag of that name, made if it is new. One that is in the bin comes back, with the spelling typed now and on
 * nobody: a second one of its name would stand in the way of undoing the day it was binned.
 */
export function ensureTag(db: WriteDb, name: string): Result<{ id: Id }, AppError> {
  const present = tagNamed(db, name);
  if (present) {
    if (present.deletedAt !== null) db.update(tags, present.id, { name, deletedAt: null });
    return ok({ id: present.id });
  }
  const id = newId(instantToMs(db.info.now));
  db.insert(tags, { id, name });
  return ok({ id });
}

export function renameTag(db: WriteDb, id: Id, name: string): Result<object, AppError> {
  const present = liveTag(db, id);
  if (!present.ok) return present;
  const other = tagNamed(db, name, id);
  if (other && other.deletedAt === null) return err({ kind: 'conflict', reason: 'name_taken', otherId: other.id });
  db.update(tags, id, { name });
  return ok({});
}

export function binTag(db: WriteDb, id: Id): Result<object, AppError> {
  const present = liveTag(db, id);
  if (!present.ok) return present;
  for (const link of linksOfTag(db, id)) db.remove(customerTags, link.id);
  db.update(tags, id, { deletedAt: db.info.now });
  return ok({});
}

/** Errors: not_found, conflict in_bin. */
function liveTag(db: ReadDb, id: Id): Result<TagRow, AppError> {
  const tag = findRow(db, tags, id);
  if (!tag) return err({ kind: 'not_found', entity: 'tags', id });
  return tag.deletedAt === null ? ok(tag) : err({ kind: 'conflict', reason: 'in_bin', otherId: id });
}

/** A live one before one in the bin. */
function tagNamed(db: ReadDb, name: string, exceptId?: Id): TagRow | null {
  const key = nameKey(name);
  const named = allTagRows(db).filter((tag) => tag.id !== exceptId && nameKey(tag.name) === key);
  return named.find((tag) => tag.deletedAt === null) ?? named[0] ?? null;
}
