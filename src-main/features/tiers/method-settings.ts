import { z } from 'zod';
import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { settingValue } from '../../../db/queries/book-settings.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { tierRows } from '../../../db/queries/tier-rows.ts';
import { bookSettings } from '../../../db/schema/book.ts';
import { currentTierMethodSetting, tierMethodSetting, tierProposalSetting } from '../../../db/setting-names.ts';
import { type CalendarDate, calendarDate, partsOf } from '../../../src-shared/core/calendar-date.ts';
import { calendarDateField } from '../../../src-shared/core/fields.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { defaultMethods, tierMethodKinds } from '../../../src-shared/tiers/methods/default-methods.ts';
import { wrongMethod } from '../../../src-shared/tiers/methods/propose-tiers.ts';
import {
  type TierMethodInput,
  type TierMethodKind,
  tierMethodSchema,
} from '../../../src-shared/tiers/segmentation-contract.ts';

/** Tiers that may be given, the highest first. */
export function tierIdsInUse(db: ReadDb): readonly Id[] {
  return tierRows(db)
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ id }) => id);
}

/** Every method as it was set last, and why one cannot run with the tiers there are. */
export function readMethods(db: ReadDb) {
  const tiers = tierIdsInUse(db).length;
  return tierMethodKinds.map((kind) => {
    const method = tierMethodSchema.parse(settingValue(db, tierMethodSetting(kind)) ?? defaultMethods[kind]);
    return { method, wrong: wrongMethod(method, tiers) };
  });
}

/** Null: nobody has chosen one yet. */
export function currentMethod(db: ReadDb): TierMethodKind | null {
  return z
    .enum(tierMethodKinds)
    .nullable()
    .parse(settingValue(db, currentTierMethodSetting) ?? null);
}

export function saveMethod(db: WriteDb, method: TierMethodInput, isCurrent: boolean): void {
  put(db, tierMethodSetting(method.kind), method);
  if (isCurrent) put(db, currentTierMethodSetting, method.kind);
}

/** The 1st of this month while its proposal waits; null: seen to, or no method was ever chosen (domain §4). */
export function waitingProposal(db: ReadDb, today: CalendarDate): CalendarDate | null {
  if (currentMethod(db) === null) return null;
  const month = firstOfMonth(today);
  const seen = calendarDateField.nullable().parse(settingValue(db, tierProposalSetting) ?? null);
  return seen !== null && seen >= month ? null : month;
}

/** The month's proposal was applied or dismissed. */
export function markProposalSeen(db: WriteDb, today: CalendarDate): void {
  put(db, tierProposalSetting, firstOfMonth(today));
}

function firstOfMonth(day: CalendarDate): CalendarDate {
  const { year, month } = partsOf(day);
  const first = calendarDate(year, month, 1);
  if (!first) throw new Error(`${day} has no first of its month`);
  return first;
}

function put(db: WriteDb, name: string, value: unknown): void {
  if (findRow(db, bookSettings, name)) db.update(bookSettings, name, { value, deletedAt: null });
  else db.insert(bookSettings, { id: name, value });
}
