import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import type { DoneMark } from './done-marks.ts';

/** One line of the day: what is to be done, or what was done today and stays struck through. */
export interface TodayRow<E> {
  readonly key: string;
  readonly entry: E;
  readonly isDone: boolean;
  /** What was noted when it was done; null when that is not known in this session. */
  readonly note: string | null;
  /** What 撤销 takes back; null when it is not known in this session. */
  readonly batchId: string | null;
}

export function planKey(entry: VisitEntry): string {
  return `plan:${entry.plan.id}`;
}

export function dueKey(customer: { readonly customerId: string }): string {
  return `due:${customer.customerId}`;
}

export function owedKey(line: { readonly customerId: string }): string {
  return `owed:${line.customerId}`;
}

export function promiseKey(promise: { readonly id: string }): string {
  return `promise:${promise.id}`;
}

/**
 * 该联系了 without those who stand in 流失预警 on the same page, which also says why and wins (ui.md: first in the column).
 * What was done in this list stays where it was done.
 */
export function dueBesideWarned<E extends { readonly customerId: string }>(
  rows: readonly TodayRow<E>[],
  warnedIds: ReadonlySet<string>,
): { readonly rows: readonly TodayRow<E>[]; readonly inWarnings: number } {
  const shown = rows.filter(({ isDone, entry }) => isDone || !warnedIds.has(entry.customerId));
  return { rows: shown, inWarnings: rows.length - shown.length };
}

function open<E>(key: string, entry: E): TodayRow<E> {
  return { key, entry, isDone: false, note: null, batchId: null };
}

function done<E>(key: string, entry: E, mark: DoneMark<E> | undefined): TodayRow<E> {
  return { key, entry, isDone: true, note: mark?.note ?? null, batchId: mark?.batchId ?? null };
}

/**
 * Lines that leave their list once they are done (overdue visits, customers due by cadence), each done one where it
 * stood: `marks` hold their places, counted with the done ones above them.
 */
export function rowsWithDone<E>(
  entries: readonly E[],
  keyOf: (entry: E) => string,
  marks: readonly DoneMark<E>[],
): readonly TodayRow<E>[] {
  const byKey = new Map(marks.map((mark) => [mark.key, mark]));
  const rows = entries.map((entry) => {
    const mark = byKey.get(keyOf(entry));
    byKey.delete(keyOf(entry));
    return mark ? done(mark.key, entry, mark) : open(keyOf(entry), entry);
  });
  for (const mark of [...byKey.values()].sort((a, b) => a.place - b.place)) {
    rows.splice(mark.place, 0, done(mark.key, mark.entry, mark));
  }
  return rows;
}

/** Today's visits: open and done ones. Missed and cancelled ones are not to be done any more. */
export function todayRows(
  entries: readonly VisitEntry[],
  marks: readonly DoneMark<VisitEntry>[],
): readonly TodayRow<VisitEntry>[] {
  const byKey = new Map(marks.map((mark) => [mark.key, mark]));
  return entries
    .filter((entry) => entry.plan.status === 'planned' || entry.plan.status === 'done')
    .map((entry) => {
      const mark = byKey.get(planKey(entry));
      return mark || entry.plan.status === 'done'
        ? done(planKey(entry), entry, mark)
        : open<VisitEntry>(planKey(entry), entry);
    });
}

export interface DistrictGroup<E> {
  /** Null: customers whose district is not known. */
  readonly district: string | null;
  readonly rows: readonly TodayRow<E>[];
}

/** By district, the one whose first visit comes first at the top; within one as before. Without a district: last. */
export function byDistrict<E extends { readonly district: string | null }>(
  rows: readonly TodayRow<E>[],
): readonly DistrictGroup<E>[] {
  const groups = Map.groupBy(rows, (row) => row.entry.district);
  return [...groups]
    .map(([district, members]) => ({ district, rows: members }))
    .sort((a, b) => Number(a.district === null) - Number(b.district === null));
}

export interface ComingDay {
  readonly day: CalendarDate;
  readonly entries: readonly VisitEntry[];
}

/** The open visits of the days after `today`, day by day; a day without any is left out. */
export function comingDays(entries: readonly VisitEntry[], today: CalendarDate): readonly ComingDay[] {
  const coming = entries.filter(({ plan }) => plan.plannedOn > today && plan.status === 'planned');
  return [...Map.groupBy(coming, ({ plan }) => plan.plannedOn)]
    .map(([day, visits]) => ({ day, entries: visits }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

export function openCount(rows: readonly TodayRow<unknown>[]): number {
  return rows.filter((row) => !row.isDone).length;
}
