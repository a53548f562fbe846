import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../core/calendar-date.ts';
import { dueOtherwise } from './due-days.ts';
import { dueOnAsOf } from './ledger.ts';
import { aReceivable, day } from './testing/ledger-builders.ts';

const debt = aReceivable('2026-03-01', '2026-03-31', 100);

describe('dueOtherwise', () => {
  it('keeps the day that was in force before', () => {
    const later = dueOtherwise(debt, day('2026-04-30'), day('2026-03-20'));
    expect(later).toMatchObject({
      dueOn: '2026-04-30',
      formerDueDays: [{ dueOn: '2026-03-31', untilOn: '2026-03-20' }],
    });
  });

  it.each(['2026-03-01', '2026-02-01'])('is a correction from %s on: it was never due on another day', (from) => {
    const once = dueOtherwise(debt, day('2026-04-30'), day('2026-03-20'));
    expect(dueOtherwise(once, day('2026-05-31'), day(from))).toMatchObject({ dueOn: '2026-05-31', formerDueDays: [] });
  });

  it('corrects the change of a day instead of adding one', () => {
    const once = dueOtherwise(debt, day('2026-04-30'), day('2026-03-20'));
    expect(dueOtherwise(once, day('2026-05-15'), day('2026-03-20')).formerDueDays).toEqual(once.formerDueDays);
  });

  it('forgets a change that is taken back', () => {
    const once = dueOtherwise(debt, day('2026-04-30'), day('2026-03-20'));
    expect(dueOtherwise(once, day('2026-03-31'), day('2026-03-20'))).toEqual(debt);
  });

  it('is in force from its day on, and before it nothing changes', () => {
    const change = fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: 0, max: 60 }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), change, (earlier, [fromDay, dueDay]) => {
        const at = (days: number) => addDays(debt.issuedOn, days);
        const before = earlier.reduce((one, [from, due]) => dueOtherwise(one, at(due), at(from)), debt);
        const after = dueOtherwise(before, at(dueDay), at(fromDay));
        for (let days = 0; days <= 50; days += 1) {
          const isBefore = fromDay > 0 && days < fromDay;
          expect(dueOnAsOf(after, at(days))).toBe(isBefore ? dueOnAsOf(before, at(days)) : at(dueDay));
        }
      }),
    );
  });
});
