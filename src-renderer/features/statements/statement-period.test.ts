import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { statementSpan, withDay } from './statement-period.ts';

function day(text: string) {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

const today = day('2026-09-17');

describe('statementSpan', () => {
  it.each([
    ['this_month', '2026-09-01', '2026-09-17'],
    ['last_month', '2026-08-01', '2026-08-31'],
    ['this_quarter', '2026-07-01', '2026-09-17'],
    ['this_year', '2026-01-01', '2026-09-17'],
  ] as const)('%s is %s to %s on 17 September', (chosen, from, to) => {
    expect(statementSpan(chosen, today)).toEqual({ from, to });
  });

  it('is what was chosen by hand, also when it goes on after today', () => {
    const span = { from: day('2026-09-01'), to: day('2026-12-31') };
    expect(statementSpan(span, today)).toEqual(span);
  });
});

describe('withDay', () => {
  const span = { from: day('2026-07-01'), to: day('2026-09-17') };
  it.each([
    ['from', '2026-08-01', '2026-08-01', '2026-09-17'],
    ['from', '2026-10-01', '2026-10-01', '2026-10-01'],
    ['to', '2026-08-31', '2026-07-01', '2026-08-31'],
    ['to', '2026-06-30', '2026-06-30', '2026-06-30'],
  ] as const)('%s %s gives %s to %s', (end, chosen, from, to) => {
    expect(withDay(span, end, day(chosen))).toEqual({ from, to });
  });
});
