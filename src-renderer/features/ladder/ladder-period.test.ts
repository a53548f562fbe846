import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { ladderSpan, withEnd } from './ladder-period.ts';

function day(text: string) {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

describe('ladderSpan', () => {
  it.each([
    ['this_month', '2026-09-17', '2026-09-01', '2026-09-17'],
    ['last_month', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['this_quarter', '2026-09-17', '2026-07-01', '2026-09-17'],
    ['this_year', '2026-09-17', '2026-01-01', '2026-09-17'],
    ['last_year', '2026-09-17', '2025-01-01', '2025-12-31'],
    ['last_12_months', '2026-09-17', '2025-09-18', '2026-09-17'],
    ['last_12_months', '2024-02-29', '2023-03-01', '2024-02-29'],
    ['last_5_years', '2026-09-17', '2021-09-18', '2026-09-17'],
  ] as const)('%s on %s', (chosen, today, from, to) => {
    expect(ladderSpan(chosen, day(today))).toEqual({ from, to });
  });

  it('keeps days chosen by hand, whatever today is', () => {
    const span = { from: day('2025-01-05'), to: day('2025-02-05') };
    expect(ladderSpan(span, day('2026-09-17'))).toEqual(span);
  });
});

describe('withEnd', () => {
  it('lets the other end give way', () => {
    const span = { from: day('2026-03-01'), to: day('2026-03-31') };
    expect(withEnd(span, 'from', day('2026-04-02'))).toEqual({ from: '2026-04-02', to: '2026-04-02' });
    expect(withEnd(span, 'to', day('2026-02-02'))).toEqual({ from: '2026-02-02', to: '2026-02-02' });
    expect(withEnd(span, 'to', day('2026-03-02'))).toEqual({ from: '2026-03-01', to: '2026-03-02' });
  });
});
