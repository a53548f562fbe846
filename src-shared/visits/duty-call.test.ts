import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../core/calendar-date.ts';
import { relationshipLevels } from '../tiers/tier.ts';
import { createWorkCalendar } from '../workdays/create-work-calendar.ts';
import { dutyCallDay, obligesToCall } from './duty-call.ts';

function day(text: string) {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

describe('obligesToCall', () => {
  it('is 负责型 and above', () => {
    expect(relationshipLevels.filter(obligesToCall)).toEqual(['accountable', 'proactive', 'partnership']);
    expect(obligesToCall(null)).toBe(false);
  });
});

describe('dutyCallDay', () => {
  it.each([
    ['the third workday', '2026-03-02', '2026-03-02', '2026-03-05'],
    ['over a weekend', '2026-03-05', '2026-03-05', '2026-03-10'],
    ['told late, today', '2026-03-02', '2026-03-06', '2026-03-06'],
    ['told late on a Saturday, the Monday', '2026-03-02', '2026-03-07', '2026-03-09'],
    ['told on the last day', '2026-03-02', '2026-03-09', '2026-03-09'],
    ['told too late', '2026-03-02', '2026-03-10', null],
    ['before a long holiday, the last workday in time', '2026-02-12', '2026-02-12', '2026-02-14'],
  ])('%s', (_, delivered, today, expected) => {
    expect(dutyCallDay(day(delivered), day(today), createWorkCalendar([]))).toBe(expected);
  });

  it('goes behind holidays that fill all seven days', () => {
    const days = Array.from({ length: 9 }, (_, k) => ({ on: day(`2027-02-0${k + 1}`), name: '春节', isOffDay: true }));
    const calendar = createWorkCalendar([{ year: 2027, days }]);
    expect(dutyCallDay(day('2027-01-31'), day('2027-01-31'), calendar)).toBe('2027-02-10');
  });
});
