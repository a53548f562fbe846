import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, fromDayNumber, parseCalendarDate, weekdayOf } from '../core/calendar-date.ts';
import { builtInWorkCalendar, createWorkCalendar } from './create-work-calendar.ts';
import { builtInHolidayYears } from './statutory-holidays.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

const built = builtInWorkCalendar;
// 1995 to 2049: before, within and past the known years.
const anyDay = fc.integer({ min: 9131, max: 29219 }).map(fromDayNumber);

describe('builtInHolidayYears', () => {
  it('run from 2007 to 2026 without a gap, each day once and in order', () => {
    expect(builtInHolidayYears.map(({ year }) => year)).toEqual(Array.from({ length: 20 }, (_, i) => 2007 + i));
    for (const { year, days } of builtInHolidayYears) {
      const texts = days.map(({ on }) => on);
      expect(texts).toEqual([...new Set(texts)].sort());
      expect(texts.filter((on) => Math.abs(Number(on.slice(0, 4)) - year) > 1)).toEqual([]);
      expect(days.filter(({ isOffDay }) => isOffDay).length).toBeGreaterThanOrEqual(11);
    }
  });
});

describe('kindOf', () => {
  it.each([
    ['2026-02-13', 'workday', null],
    ['2026-02-14', 'makeup_workday', '春节'],
    ['2026-02-15', 'holiday', '春节'],
    ['2026-02-23', 'holiday', '春节'],
    ['2026-02-24', 'workday', null],
    ['2026-02-28', 'makeup_workday', '春节'],
    ['2026-03-01', 'weekend', null],
    ['2026-10-10', 'makeup_workday', '国庆节'],
    // Settled by the notice of the year after.
    ['2006-12-30', 'makeup_workday', '元旦'],
    ['2022-12-31', 'holiday', '元旦'],
    ['2018-12-31', 'holiday', '元旦'],
    // 2020: the holiday was lengthened to 2 February, and the notice names the Monday after as worked.
    ['2020-02-02', 'holiday', '春节'],
    ['2020-02-03', 'workday', '春节'],
    // Past the known years only weekends are off.
    ['2027-01-01', 'workday', null],
    ['2027-01-02', 'weekend', null],
  ])('%s is a %s (%s)', (text, kind, name) => {
    expect(built.kindOf(day(text))).toBe(kind);
    expect(built.nameOf(day(text))).toBe(name);
    expect(built.isWorkday(day(text))).toBe(kind === 'workday' || kind === 'makeup_workday');
  });
});

describe('addWorkdays', () => {
  it.each([
    ['three workdays after the last one before 春节 skip the nine days off', '2026-02-14', 3, '2026-02-26'],
    ['a day off itself does not count', '2026-02-16', 1, '2026-02-24'],
    ['a Friday before a worked Saturday', '2026-02-27', 1, '2026-02-28'],
    ['none from a workday is that day', '2026-02-14', 0, '2026-02-14'],
    ['none from a day off is the next workday', '2026-10-01', 0, '2026-10-08'],
    ['one back from a day off is the last workday before', '2026-10-04', -1, '2026-09-30'],
    ['one back from a workday is the workday before it', '2026-10-08', -1, '2026-09-30'],
    ['over the new year', '2025-12-31', 1, '2026-01-04'],
    ['back over the new year', '2026-01-05', -2, '2025-12-31'],
    ['a whole year on', '2024-06-03', 247, '2025-06-03'],
  ])('%s: %s + %i is %s', (_, from, n, expected) => {
    expect(built.addWorkdays(day(from), n)).toBe(expected);
  });

  it('gives the n-th workday that one finds by walking day by day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 600 }), (from, n) => {
        let walked = from;
        for (let left = n; left > 0; ) {
          walked = addDays(walked, 1);
          if (built.isWorkday(walked)) left -= 1;
        }
        expect(built.addWorkdays(from, n)).toBe(walked);
        expect(built.workdaysBetween(from, walked)).toBe(n);
        expect(built.workdaysBetween(walked, from)).toBe(-n);
      }),
    );
  });

  it('back and forth from a workday is that workday', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 600 }), (any, n) => {
        const from = built.onOrAfter(any);
        expect(built.addWorkdays(built.addWorkdays(from, n), -n)).toBe(from);
        expect(built.addWorkdays(built.addWorkdays(from, -n), n)).toBe(from);
      }),
    );
  });

  it('refuses half a workday', () => {
    expect(() => built.addWorkdays(day('2026-03-02'), 1.5)).toThrow(RangeError);
  });
});

describe('onOrAfter', () => {
  it('is the first workday not before the day', () => {
    fc.assert(
      fc.property(anyDay, (from) => {
        const found = built.onOrAfter(from);
        expect(built.isWorkday(found)).toBe(true);
        for (let between = from; between < found; between = addDays(between, 1)) {
          expect(built.isWorkday(between)).toBe(false);
        }
      }),
    );
  });
});

describe('workdaysBetween', () => {
  it.each([
    ['2026-02-14', '2026-02-24', 1],
    ['2026-02-14', '2026-02-14', 0],
    ['2026-02-24', '2026-02-14', -1],
    ['2026-01-01', '2026-12-31', 248],
    ['2024-12-31', '2026-12-31', 496],
  ])('from %s to %s are %i', (from, to, expected) => {
    expect(built.workdaysBetween(day(from), day(to))).toBe(expected);
  });
});

describe('createWorkCalendar', () => {
  const newYear2027 = { on: day('2027-01-01'), name: '元旦', isOffDay: true };

  it('knows one year more when the user gives it', () => {
    expect(built.knownUntilYear).toBe(2026);
    expect(built.isKnown(day('2027-01-01'))).toBe(false);
    const calendar = createWorkCalendar([{ year: 2027, days: [newYear2027] }]);
    expect(calendar.knownUntilYear).toBe(2027);
    expect(calendar.kindOf(day('2027-01-01'))).toBe('holiday');
    expect(calendar.isKnown(day('2027-12-31'))).toBe(true);
    expect(calendar.isKnown(day('2028-01-01'))).toBe(false);
  });

  it('does not claim a year that is missing between known ones, and still uses the later one', () => {
    const calendar = createWorkCalendar([{ year: 2028, days: [{ ...newYear2027, on: day('2028-01-03') }] }]);
    expect(calendar.knownUntilYear).toBe(2026);
    expect(calendar.isKnown(day('2027-06-01'))).toBe(false);
    expect(calendar.isKnown(day('2028-06-01'))).toBe(true);
    expect(calendar.kindOf(day('2028-01-03'))).toBe('holiday');
  });

  it('puts the year of the user in the place of the built-in one, days of the year before included', () => {
    const calendar = createWorkCalendar([
      { year: 2023, days: [{ on: day('2023-01-02'), name: '元旦', isOffDay: true }] },
    ]);
    expect(calendar.kindOf(day('2022-12-31'))).toBe('weekend');
    expect(calendar.kindOf(day('2023-01-02'))).toBe('holiday');
    expect(calendar.kindOf(day('2023-01-23'))).toBe('workday');
    expect(calendar.kindOf(day('2022-10-08'))).toBe('makeup_workday');
    expect(calendar.knownUntilYear).toBe(2026);
  });

  it('lets the notice of the later year settle a day of the year before', () => {
    const calendar = createWorkCalendar([
      { year: 2027, days: [{ on: day('2026-12-31'), name: '元旦', isOffDay: true }, newYear2027] },
    ]);
    expect(calendar.kindOf(day('2026-12-31'))).toBe('holiday');
    expect(calendar.addWorkdays(day('2026-12-30'), 1)).toBe('2027-01-04');
  });

  it('knows nothing before its first year but weekends', () => {
    expect(built.isKnown(day('2006-10-02'))).toBe(false);
    expect(built.kindOf(day('2006-10-02'))).toBe('workday');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 13000 }).map(fromDayNumber), (before) => {
        expect(built.isWorkday(before)).toBe(weekdayOf(before) <= 5);
      }),
    );
  });
});
