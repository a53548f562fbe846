import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, parseCalendarDate } from '../core/calendar-date.ts';
import { dayReader } from '../core/day-reader.ts';
import { parseInstant } from '../core/instant.ts';
import { builtInWorkCalendar, createWorkCalendar } from '../workdays/create-work-calendar.ts';
import { cadenceOf, type DueBook, type DueSource, dueDay, firstContactSlotOf, firstContactSlotsOf } from './due-day.ts';

function at(text: string) {
  const instant = parseInstant(text);
  if (!instant) throw new Error(`${text} is no instant`);
  return instant;
}

const bookIn = (timeZone: string): DueBook => ({ dayOf: dayReader(timeZone), workCalendar: builtInWorkCalendar });
const shanghai = bookIn('Asia/Shanghai');

const source = (fields: Partial<DueSource> & { last?: string; made?: string }): DueSource => ({
  createdAt: at(`${fields.made ?? '2026-03-05T02:00'}:00.000Z`),
  lastContactAt: fields.last === undefined ? null : at(`${fields.last}:00.000Z`),
  cadenceDays: fields.cadenceDays ?? 30,
  firstContactSlot: fields.firstContactSlot ?? null,
});

describe('dueDay', () => {
  it.each([
    ['a week after the last contact of an A', { last: '2026-03-05T02:00', cadenceDays: 7 }, '2026-03-12'],
    ['on a day off too: only planning moves it', { last: '2026-02-09T02:00', cadenceDays: 7 }, '2026-02-16'],
    ['counted from the day in the book’s zone', { last: '2026-03-05T16:30', cadenceDays: 7 }, '2026-03-13'],
    ['over the end of February', { last: '2028-02-01T02:00', cadenceDays: 30 }, '2028-03-02'],
    ['by the last contact also when it was imported', { last: '2026-03-05T02:00', firstContactSlot: 0 }, '2026-04-04'],
    ['3 workdays after it was made', { made: '2026-03-05T02:00' }, '2026-03-10'],
    ['made in the evening, where the next day has begun', { made: '2026-03-05T16:30' }, '2026-03-11'],
    // 春节 2026: 15 to 23 February off, Saturdays 14 and 28 worked.
    ['past 春节', { made: '2026-02-13T02:00' }, '2026-02-25'],
    ['made during 春节', { made: '2026-02-18T02:00' }, '2026-02-26'],
    ['over a Saturday that is worked', { made: '2026-02-26T02:00' }, '2026-03-02'],
    ['never contacted: cadence does not matter', { made: '2026-03-05T02:00', cadenceDays: 90 }, '2026-03-10'],
    ['imported first: on the day of the import', { firstContactSlot: 0 }, '2026-03-05'],
    ['imported in the middle', { firstContactSlot: 5_000 }, '2026-03-20'],
    ['imported last: within the cadence', { firstContactSlot: 9_999 }, '2026-04-03'],
    ['imported, with a cadence of one day', { firstContactSlot: 9_999, cadenceDays: 1 }, '2026-03-05'],
  ] as const)('is %s', (_, fields, day) => {
    expect(dueDay(source(fields), shanghai)).toBe(day);
  });

  it('depends on where the book is, not on where the program runs', () => {
    const late = source({ last: '2026-03-05T16:30', cadenceDays: 7 });
    expect(dueDay(late, bookIn('America/New_York'))).toBe('2026-03-12');
    expect(dueDay(late, bookIn('Pacific/Kiritimati'))).toBe('2026-03-13');
  });

  it('takes the holidays that the user entered', () => {
    const off = parseCalendarDate('2027-02-08');
    if (!off) throw new Error('no day');
    const entered = createWorkCalendar([{ year: 2027, days: [{ on: off, name: '春节', isOffDay: true }] }]);
    const made = source({ made: '2027-02-04T02:00' });
    expect(dueDay(made, shanghai)).toBe('2027-02-09');
    expect(dueDay(made, { ...shanghai, workCalendar: entered })).toBe('2027-02-10');
  });
});

describe('firstContactSlotOf', () => {
  it('spreads an import evenly over one cadence, from its first day to its last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 90 }), (count, cadenceDays) => {
        const perDay = new Map<string, number>();
        for (let rank = 0; rank < count; rank += 1) {
          const due = dueDay(source({ cadenceDays, firstContactSlot: firstContactSlotOf(rank, count) }), shanghai);
          perDay.set(due, (perDay.get(due) ?? 0) + 1);
        }
        const first = parseCalendarDate('2026-03-05');
        if (!first) throw new Error('no day');
        const days = [...perDay.keys()].sort();
        expect(days[0]).toBe(first);
        expect((days.at(-1) ?? '') < addDays(first, cadenceDays)).toBe(true);
        // Even but for the rounding of the rank and of the day.
        const loads = [...perDay.values()];
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('firstContactSlotsOf', () => {
  it('gives each customer of an import a slot of its own, in another order than that of the sheet', () => {
    const tails = ['00000000000f', '000000000001', 'ffffffffffff', '000000000010'];
    const ids = tails.map((tail, index) => `0195648a-0000-7000-800${index}-${tail}`);
    expect([...firstContactSlotsOf(ids)].map(([id, slot]) => [tails[ids.indexOf(id)], slot])).toEqual([
      ['000000000001', 0],
      ['00000000000f', 2_500],
      ['000000000010', 5_000],
      ['ffffffffffff', 7_500],
    ]);
  });

  it('has nothing to give where nobody is new', () => {
    expect(firstContactSlotsOf([]).size).toBe(0);
  });
});

describe('cadenceOf', () => {
  it.each([
    [5, 7, 5],
    [null, 7, 7],
    [null, null, 30],
    [5, null, 5],
  ])('own %s, tier’s %s: %s days', (own, ofTier, days) => {
    expect(cadenceOf(own, ofTier)).toBe(days);
  });
});
