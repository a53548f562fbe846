import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, parseCalendarDate } from '../core/calendar-date.ts';
import { adviceChangedSince } from './changed-since.ts';
import type { TermsAdvice } from './terms-advice.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

const today = day('2026-06-30');

describe('adviceChangedSince', () => {
  it('says nothing while the advice is what was decided on', () => {
    const decided = { decidedOn: day('2026-01-01'), advice: 'standard' } as const;
    expect(adviceChangedSince(() => 'standard', decided, today)).toBeNull();
  });

  it('finds the day on which it changed, however long ago', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 3_000 }), (changed, before) => {
        const changedOn = addDays(today, -changed);
        const adviceOn = (on: CalendarDate): TermsAdvice => (on < changedOn ? 'standard' : 'stop');
        const decided = { decidedOn: addDays(changedOn, -before), advice: 'standard' } as const;
        expect(adviceChangedSince(adviceOn, decided, today)).toBe(changedOn);
      }),
    );
  });

  it('gives the day of the decision when facts typed in since have changed that day too', () => {
    const decided = { decidedOn: day('2026-02-03'), advice: 'standard' } as const;
    expect(adviceChangedSince(() => 'stop', decided, today)).toBe('2026-02-03');
    expect(adviceChangedSince(() => 'stop', { ...decided, decidedOn: today }, today)).toBe(today);
  });

  it('asks about few days, not about each', () => {
    let asked = 0;
    const adviceOn = (on: CalendarDate): TermsAdvice => {
      asked += 1;
      return on < day('2021-06-30') ? 'standard' : 'stop';
    };
    adviceChangedSince(adviceOn, { decidedOn: day('2018-01-01'), advice: 'standard' }, today);
    expect(asked).toBeLessThan(40);
  });
});
