import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from './calendar-date.ts';
import { namedPeriod, type PeriodName } from './named-period.ts';

const cases: readonly (readonly [PeriodName, string, string, string])[] = [
  ['this_week', '2026-09-17', '2026-09-14', '2026-09-20'],
  ['this_week', '2026-09-20', '2026-09-14', '2026-09-20'],
  ['this_week', '2026-01-01', '2025-12-29', '2026-01-04'],
  ['next_week', '2026-12-31', '2027-01-04', '2027-01-10'],
  ['this_month', '2024-02-29', '2024-02-01', '2024-02-29'],
  ['last_month', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['last_month', '2026-01-15', '2025-12-01', '2025-12-31'],
  ['next_month', '2026-12-31', '2027-01-01', '2027-01-31'],
  ['this_quarter', '2026-09-30', '2026-07-01', '2026-09-30'],
  ['this_quarter', '2026-01-01', '2026-01-01', '2026-03-31'],
  ['this_year', '2026-05-21', '2026-01-01', '2026-12-31'],
];

describe('namedPeriod', () => {
  it.each(cases)('%s on %s is %s to %s', (name, today, from, to) => {
    const day = parseCalendarDate(today);
    if (!day) throw new Error(`${today} is no day`);
    expect(namedPeriod(name, day)).toEqual({ from, to });
  });
});
