import { integer, text } from 'drizzle-orm/sqlite-core';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';

/** UUIDv7 text. */
export const idColumn = () => text('id').$type<Id>().notNull().primaryKey();
export const reference = (name: string) => text(name).$type<Id>();
/** ISO-8601 UTC text. */
export const instant = (name: string) => text(name).$type<Instant>();
/** YYYY-MM-DD text. */
export const day = (name: string) => text(name).$type<CalendarDate>();
/** 0 or 1 in the file. */
export const flag = (name: string) => integer(name, { mode: 'boolean' });

/** Who and when, of a row that is written once (a fact or a link). The journal fills them in. */
export const createdStamps = () => ({
  createdAt: instant('created_at').notNull(),
  createdBy: reference('created_by'),
});

/** Who and when, of a thing that a user can edit and delete. The journal fills in all but deletedAt. */
export const thingStamps = () => ({
  ...createdStamps(),
  updatedAt: instant('updated_at').notNull(),
  updatedBy: reference('updated_by'),
  /** Not null: in the bin since then. */
  deletedAt: instant('deleted_at'),
});
