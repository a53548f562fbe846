import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, parseCalendarDate } from '../core/calendar-date.ts';
import { isActiveOn, movementOf, movements } from './customer-activity.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

const from = day('2026-01-01');
const to = day('2026-12-31');

describe('isActiveOn', () => {
  it.each([
    ['2025-01-01', '2025-12-31', true],
    ['2024-12-31', '2025-12-31', false],
    ['2025-12-31', '2025-12-31', true],
    ['2026-01-01', '2025-12-31', false],
    ['2024-02-28', '2025-02-28', false],
    ['2024-02-29', '2025-02-28', true],
  ])('an order on %s, looked at on %s: %s', (on, asOf, isActive) => {
    expect(isActiveOn([day(on)], day(asOf))).toBe(isActive);
  });
});

describe('movementOf', () => {
  it.each([
    ['first order ever in the period', ['2026-01-01'], 'new'],
    ['bought the year before and never again', ['2025-06-01'], 'lost'],
    ['bought the year before and again', ['2025-06-01', '2026-06-01'], null],
    ['had not bought for long, and bought', ['2023-06-01', '2026-06-01'], 'won_back'],
    ['had not bought for long, nor now', ['2023-06-01'], null],
    ['bought only after the period', ['2027-01-01'], null],
    ['never bought', [], null],
  ] as const)('%s', (_, days, movement) => {
    expect(movementOf(days.map(day), from, to)).toBe(movement);
  });
});

describe('movements', () => {
  it('has no rates when nobody was active before', () => {
    expect(movements([{ customerId: 'a', orderDays: [from] }], from, to)).toMatchObject({
      new: ['a'],
      newRate: null,
      lostRate: null,
      retention: null,
    });
  });

  it('active before + new + won back − lost = active after, when the period is 12 months or less', () => {
    const orderDays = fc
      .array(fc.integer({ min: 0, max: 1_500 }), { maxLength: 6 })
      .map((offsets) => offsets.map((offset) => addDays(day('2023-01-01'), offset)).sort());
    fc.assert(
      fc.property(fc.array(orderDays, { maxLength: 12 }), (lists) => {
        const customers = lists.map((days, k) => ({ customerId: String(k), orderDays: days }));
        const counts = movements(customers, from, to);
        expect(counts.activeBefore + counts.new.length + counts.wonBack.length - counts.lost.length).toBe(
          counts.activeAfter,
        );
      }),
    );
  });
});
