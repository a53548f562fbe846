import { describe, expect, it } from 'vitest';
import { type CalendarDate, dayNumber, fromDayNumber } from '../core/calendar-date.ts';
import { lunarMonthsOf, solarTermsOf } from './lunar-months.ts';
import { newMoonsInBeijing } from './testing/new-moon.ts';

describe('lunarMonthsOf', () => {
  it('begins every month on the Beijing day of its new moon, computed another way', () => {
    const moons = newMoonsInBeijing(1949, 2100);
    const days = new Set(moons.map(({ day }) => day));
    // Nearer to midnight than either way is good for.
    const undecided = new Set(
      moons
        .filter(({ secondsIntoDay }) => Math.min(secondsIntoDay, 86_400 - secondsIntoDay) < 60)
        .flatMap(({ day }) => [day - 1, day, day + 1]),
    );
    const others: CalendarDate[] = [];
    for (let year = 1950; year < 2100; year += 1) {
      for (const { firstDay } of lunarMonthsOf(year)) if (!days.has(firstDay)) others.push(fromDayNumber(firstDay));
    }
    expect(others.filter((day) => !undecided.has(dayNumber(day)))).toEqual([]);
    // Known as the one that nobody can be sure of yet: seconds before or after midnight.
    expect(others).toEqual(['2057-09-29']);
  });

  it.each([
    // Where ICU is a day off: see the comment in lunar-months.ts.
    [1998, 12, '1999-01-17'],
    [2012, 7, '2012-08-17'],
    [2018, 10, '2018-11-08'],
    [2027, 1, '2027-02-06'],
    [2030, 1, '2030-02-03'],
    // New years that everyone knows.
    [1900, 1, '1900-01-31'],
    [1949, 1, '1949-01-29'],
    [2000, 1, '2000-02-05'],
    [2025, 1, '2025-01-29'],
    [2026, 1, '2026-02-17'],
  ])('month %s/%s begins on %s', (year, month, day) => {
    const found = lunarMonthsOf(year).find((each) => each.month === month && !each.isLeapMonth);
    expect(found && fromDayNumber(found.firstDay)).toBe(day);
  });

  it.each([
    [1900, 8],
    [1903, 5],
    [1906, 4],
    [1984, 10],
    [1987, 6],
    [1995, 8],
    [2001, 4],
    [2006, 7],
    [2014, 9],
    [2017, 6],
    [2020, 4],
    [2023, 2],
    [2025, 6],
    [2028, 5],
    // The year that was long argued about: the leap month follows the 11th.
    [2033, 11],
    [2050, 3],
    [2099, 2],
  ])('lunar year %s has the leap month %s', (year, month) => {
    const leaps = lunarMonthsOf(year).filter(({ isLeapMonth }) => isLeapMonth);
    expect(leaps.map((leap) => leap.month)).toEqual([month]);
  });

  it('follow one another without a gap from 1850 to 2151, seven leap months in nineteen years', () => {
    let next = lunarMonthsOf(1850)[0]?.firstDay ?? 0;
    let leaps = 0;
    for (let year = 1850; year <= 2151; year += 1) {
      const months = lunarMonthsOf(year);
      expect(months.map(({ firstDay }) => firstDay)[0]).toBe(next);
      for (const { firstDay, length, isLeapMonth } of months) {
        expect(firstDay).toBe(next);
        next = firstDay + length;
        if (isLeapMonth) leaps += 1;
      }
      expect(months.filter(({ isLeapMonth }) => !isLeapMonth).map(({ month }) => month)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
      ]);
    }
    expect(leaps / 302).toBeCloseTo(7 / 19, 2);
  });
});

describe('solarTermsOf', () => {
  it.each([
    ['2026-01-05', 'xiaohan'],
    ['2026-02-04', 'lichun'],
    ['2026-04-05', 'qingming'],
    ['2025-04-04', 'qingming'],
    ['2026-06-21', 'xiazhi'],
    ['2026-09-23', 'qiufen'],
    ['2026-12-22', 'dongzhi'],
    // Three minutes before midnight, and minutes after it.
    ['2021-02-03', 'lichun'],
    ['2025-02-03', 'lichun'],
  ])('on %s begins %s', (day, term) => {
    const terms = solarTermsOf(Number(day.slice(0, 4)));
    expect([...terms].find(([, each]) => each === term)?.[0]).toBeDefined();
    expect([...terms].filter(([number]) => fromDayNumber(number) === day).map(([, each]) => each)).toEqual([term]);
  });

  it('are 24 a year, 14 to 16 days apart', () => {
    for (let year = 1850; year <= 2150; year += 1) {
      const days = [...solarTermsOf(year).keys()];
      expect(days).toHaveLength(24);
      days.forEach((each, index) => {
        if (index > 0) expect(each - (days[index - 1] ?? 0)).toSatisfy((gap: number) => gap >= 14 && gap <= 16);
      });
      expect(days.every((each) => fromDayNumber(each).startsWith(String(year)))).toBe(true);
    }
  });
});
