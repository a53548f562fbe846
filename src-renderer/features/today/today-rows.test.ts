import { describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { instantFromMs } from '../../../src-shared/core/instant.ts';
import type { VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import type { VisitPlanStatus } from '../../../src-shared/visits/visit-plan.ts';
import { builtInWorkCalendar } from '../../../src-shared/workdays/create-work-calendar.ts';
import { type DoneMark, takenBack } from './done-marks.ts';
import { greetingDay } from './greeting-day.ts';
import { byDistrict, comingDays, dueBesideWarned, openCount, planKey, rowsWithDone, todayRows } from './today-rows.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

const today = day('2026-09-17');

function visit(name: string, district: string | null = '余杭区', status: VisitPlanStatus = 'planned'): VisitEntry {
  const at = instantFromMs(0);
  const customerId = newId();
  return {
    customerId,
    name,
    shortName: null,
    tierId: null,
    ownerId: null,
    city: null,
    district,
    address: null,
    contactName: null,
    phone: null,
    lastContactAt: null,
    plan: {
      id: newId(),
      customerId,
      personId: null,
      plannedOn: today,
      plannedTime: null,
      lengthMinutes: null,
      purpose: null,
      status,
      cancelledReason: null,
      doneById: null,
      seriesId: null,
      createdAt: at,
      updatedAt: at,
    },
  };
}

function mark(entry: VisitEntry, place: number, atMs = 1_000): DoneMark<VisitEntry> {
  return { key: planKey(entry), entry, place, note: `${entry.name} 谈妥`, batchId: newId(), on: today, atMs };
}

const names = (rows: readonly { readonly entry: VisitEntry; readonly isDone: boolean }[]) =>
  rows.map((row) => (row.isDone ? `✓${row.entry.name}` : row.entry.name));

describe('rowsWithDone', () => {
  const [a, b, c, d] = [visit('甲'), visit('乙'), visit('丙'), visit('丁')] as const;

  it('leaves a list alone in which nothing was done', () => {
    expect(names(rowsWithDone([a, b], planKey, []))).toEqual(['甲', '乙']);
  });

  it('keeps a line that left its list where it stood', () => {
    expect(names(rowsWithDone([a, c, d], planKey, [mark(b, 1)]))).toEqual(['甲', '✓乙', '丙', '丁']);
  });

  it.each([
    ['from the top down', [0, 1, 2]],
    ['from the bottom up', [2, 1, 0]],
    ['the middle first', [1, 0, 2]],
  ])('keeps the order when lines are done %s', (_name, order) => {
    const lines = [a, b, c] as const;
    const marks = order.map((place) => mark(lines[place] ?? d, place));
    expect(names(rowsWithDone([d], planKey, marks))).toEqual(['✓甲', '✓乙', '✓丙', '丁']);
  });

  it('strikes a line through before the list was read anew', () => {
    expect(names(rowsWithDone([a, b], planKey, [mark(b, 1)]))).toEqual(['甲', '✓乙']);
  });

  it('says what was noted and what takes it back', () => {
    const done = mark(b, 1);
    expect(rowsWithDone([a], planKey, [done])[1]).toMatchObject({ note: '乙 谈妥', batchId: done.batchId });
  });
});

describe('todayRows', () => {
  it('shows open and done visits, and none that was cancelled or missed', () => {
    const rows = todayRows(
      [visit('甲'), visit('乙', null, 'done'), visit('丙', null, 'cancelled'), visit('丁', null, 'missed')],
      [],
    );
    expect(names(rows)).toEqual(['甲', '✓乙']);
    expect(openCount(rows)).toBe(1);
  });

  it('knows no way back for a visit done before the app was started', () => {
    expect(todayRows([visit('乙', null, 'done')], [])[0]).toMatchObject({ isDone: true, batchId: null, note: null });
  });
});

describe('byDistrict', () => {
  it('puts one district together where its first visit stands, and customers without one last', () => {
    const rows = todayRows(
      [visit('甲', '西湖区'), visit('乙', null), visit('丙', '余杭区'), visit('丁', '西湖区')],
      [],
    );
    expect(byDistrict(rows).map((group) => [group.district, ...names(group.rows)])).toEqual([
      ['西湖区', '甲', '丁'],
      ['余杭区', '丙'],
      [null, '乙'],
    ]);
  });
});

describe('comingDays', () => {
  const on = (entry: VisitEntry, plannedOn: string): VisitEntry => ({
    ...entry,
    plan: { ...entry.plan, plannedOn: day(plannedOn) },
  });

  it('shows what lies between today and the next workday under its own day, open visits only', () => {
    const days = comingDays(
      [
        on(visit('今天的'), '2026-09-17'),
        on(visit('周一的'), '2026-09-21'),
        on(visit('周六的'), '2026-09-19'),
        on(visit('周一的二'), '2026-09-21'),
        on(visit('取消的', null, 'cancelled'), '2026-09-18'),
      ],
      today,
    );
    expect(days.map((of) => [of.day, ...of.entries.map((entry) => entry.name)])).toEqual([
      ['2026-09-19', '周六的'],
      ['2026-09-21', '周一的', '周一的二'],
    ]);
  });
});

describe('dueBesideWarned', () => {
  const row = (customerId: string, isDone = false) => ({
    key: `due:${customerId}`,
    entry: { customerId },
    isDone,
    note: null,
    batchId: null,
  });

  it('leaves out who stands under the warnings, and says how many; what was done here stays', () => {
    const rows = [row('甲'), row('乙'), row('丙', true)];
    expect(dueBesideWarned(rows, new Set(['乙', '丙', '丁']))).toEqual({ rows: [rows[0], rows[2]], inWarnings: 1 });
    expect(dueBesideWarned(rows, new Set())).toEqual({ rows, inWarnings: 0 });
  });
});

describe('greetingDay', () => {
  const entry = visit('甲');
  const on = (plannedOn: string, status: VisitPlanStatus = 'planned') =>
    greetingDay(
      { customerId: entry.customerId, on: day('2026-09-20') },
      [{ ...entry, plan: { ...entry.plan, status, plannedOn: day(plannedOn) } }],
      builtInWorkCalendar,
    );

  it.each([
    ['on the day itself', '2026-09-20', 'planned', '2026-09-20'],
    ['done already', '2026-09-20', 'done', '2026-09-20'],
    ['too early', '2026-09-17', 'planned', null],
    ['too late', '2026-09-21', 'planned', null],
    ['cancelled', '2026-09-20', 'cancelled', null],
  ] as const)('of a make-up Sunday, with a visit %s', (_name, plannedOn, status, expected) => {
    expect(on(plannedOn, status)).toBe(expected);
  });

  it('takes the visit of the last workday for a day off, and none of another customer', () => {
    const saturday = { customerId: entry.customerId, on: day('2026-09-12') };
    const friday = { ...entry, plan: { ...entry.plan, plannedOn: day('2026-09-11') } };
    expect(greetingDay(saturday, [friday], builtInWorkCalendar)).toBe('2026-09-11');
    expect(greetingDay({ ...saturday, customerId: newId() }, [friday], builtInWorkCalendar)).toBeNull();
  });
});

describe('takenBack', () => {
  const a = visit('甲');

  it('finds a line that is open again in a list read after it was done', () => {
    expect([...takenBack([mark(a, 0, 1_000)], new Set([planKey(a)]), 2_000)]).toEqual([planKey(a)]);
  });

  it('does not believe a list that was read before', () => {
    expect([...takenBack([mark(a, 0, 1_000)], new Set([planKey(a)]), 900)]).toEqual([]);
  });

  it('leaves a line that stays away', () => {
    expect([...takenBack([mark(a, 0, 1_000)], new Set(), 2_000)]).toEqual([]);
  });
});
