import { describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../core/calendar-date.ts';
import { doOverlap, overlapsOf } from './overlaps.ts';
import type { VisitEntry } from './visit-entry.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

type Placed = Parameters<typeof doOverlap>[0];

const visit = (
  id: string,
  plannedTime: string | null,
  lengthMinutes: number | null = null,
  more: Partial<Placed> = {},
): Placed => ({
  id,
  personId: 'li',
  plannedOn: day('2026-03-09'),
  plannedTime,
  lengthMinutes,
  ...more,
});

describe('doOverlap', () => {
  it.each<[what: string, a: Placed, b: Placed, answer: boolean]>([
    ['the same hour', visit('a', '09:00'), visit('b', '09:00'), true],
    ['one within the other', visit('a', '09:00', 240), visit('b', '10:00', 30), true],
    ['the last minute of one', visit('a', '09:00', 61), visit('b', '10:00'), true],
    ['one begins when the other ends', visit('a', '09:00', 60), visit('b', '10:00'), false],
    ['no length is an hour', visit('a', '09:00'), visit('b', '09:59', 5), true],
    ['no length is no more than an hour', visit('a', '09:00'), visit('b', '10:00', 5), false],
    ['no time', visit('a', null), visit('b', '09:00'), false],
    ['neither has a time', visit('a', null), visit('b', null), false],
    ['another day', visit('a', '09:00'), visit('b', '09:00', null, { plannedOn: day('2026-03-10') }), false],
    [
      'over midnight into the next day',
      visit('a', '23:30', 120),
      visit('b', '00:10', 30, { plannedOn: day('2026-03-10') }),
      false,
    ],
    ['another person', visit('a', '09:00'), visit('b', '09:00', null, { personId: 'wang' }), false],
    ['nobody', visit('a', '09:00', null, { personId: null }), visit('b', '09:00', null, { personId: null }), false],
    ['itself', visit('a', '09:00'), visit('a', '09:00'), false],
  ])('%s', (_, a, b, answer) => {
    expect(doOverlap(a, b)).toBe(answer);
    expect(doOverlap(b, a)).toBe(answer);
  });
});

describe('overlapsOf', () => {
  const entry = (placed: Placed): VisitEntry => ({
    plan: {
      ...placed,
      customerId: 'c',
      purpose: null,
      status: 'planned',
      cancelledReason: null,
      doneById: null,
      seriesId: null,
      createdAt: '' as never,
      updatedAt: '' as never,
    },
    customerId: 'c',
    name: '',
    shortName: null,
    tierId: null,
    ownerId: null,
    city: null,
    district: null,
    address: null,
    contactName: null,
    phone: null,
    lastContactAt: null,
  });

  it('names each once, in the order of the book, though it touches several', () => {
    const plans = [visit('a', '09:00'), visit('b', '09:30'), visit('c', '15:00')];
    const book = [visit('x', '09:15'), visit('y', '12:00'), visit('z', '15:30')].map(entry);
    expect(overlapsOf(plans, book).map(({ plan }) => plan.id)).toEqual(['x', 'z']);
  });
});
