import { describe, expect, it } from 'vitest';
import { builtInWorkCalendar } from '../workdays/create-work-calendar.ts';
import { duePlaces, planningDays, planWindow } from './auto-plan-window.ts';
import { day } from './testing/plan-builders.ts';

const throughSpringFestival = [
  '2026-02-12',
  '2026-02-13',
  // A Saturday worked for the holiday; 15 to 23 February are off.
  '2026-02-14',
  '2026-02-24',
  '2026-02-25',
  '2026-02-26',
  '2026-02-27',
  '2026-02-28',
  '2026-03-02',
  '2026-03-03',
  '2026-03-04',
];

describe('planningDays', () => {
  it('are today and the ten workdays after it, the worked Saturdays of 春节 among them', () => {
    expect(planningDays(builtInWorkCalendar, day('2026-02-12'), 10)).toEqual(throughSpringFestival);
  });

  it('begin after the holiday for one who asks during it', () => {
    expect(planningDays(builtInWorkCalendar, day('2026-02-18'), 3)).toEqual(['2026-02-24', '2026-02-25', '2026-02-26']);
  });

  it('count only weekends as off where no holidays are known', () => {
    expect(planningDays(builtInWorkCalendar, day('2028-09-29'), 2)).toEqual(['2028-09-29', '2028-10-02', '2028-10-03']);
  });
});

describe('duePlaces', () => {
  const placeOf = duePlaces(builtInWorkCalendar, planningDays(builtInWorkCalendar, day('2026-02-12'), 10));

  it.each([
    ['2026-02-12', 0],
    ['2026-02-14', 2],
    // New Year's Day itself counts as the first day worked after the holiday, and so does its last day.
    ['2026-02-17', 3],
    ['2026-02-23', 3],
    ['2026-03-01', 8],
    ['2026-03-04', 10],
    // The Sunday before counts as Monday; the Saturday before as well.
    ['2026-02-08', -3],
    ['2026-02-07', -3],
    ['2026-02-11', -1],
    ['2025-12-31', -30],
  ])('%s lies at %i', (dueOn, place) => {
    expect(placeOf(day(dueOn))).toBe(place);
  });
});

describe('planWindow', () => {
  it.each([
    // due at, cadence, days → first, last, late after
    [5, 7, 11, { first: 3, last: 7, lateAfter: 7 }],
    [5, 1, 11, { first: 3, last: 7, lateAfter: 7 }],
    [5, 14, 11, { first: 2, last: 8, lateAfter: 8 }],
    [5, 15, 11, { first: 2, last: 8, lateAfter: 8 }],
    [5, 16, 11, { first: 1, last: 9, lateAfter: 9 }],
    [5, 90, 11, { first: 0, last: 10, lateAfter: 27 }],
    [0, 7, 11, { first: 0, last: 2, lateAfter: 2 }],
    [10, 7, 11, { first: 8, last: 10, lateAfter: 12 }],
    [-2, 7, 11, { first: 0, last: 0, lateAfter: 0 }],
    [-6, 30, 11, { first: 0, last: 1, lateAfter: 1 }],
  ])('of a due day at %i every %i days among %i days is %j', (place, cadence, count, window) => {
    expect(planWindow(place, cadence, count)).toEqual(window);
  });

  it.each([
    [-3, 7, { first: 0, last: 2, lateAfter: -1 }],
    [-200, 30, { first: 0, last: 7, lateAfter: -193 }],
    [-200, 90, { first: 0, last: 10, lateAfter: -178 }],
  ])(
    'that has passed (%i, every %i days) is taken anew from today, and every day of it is late',
    (place, cadence, w) => {
      expect(planWindow(place, cadence, 11)).toEqual(w);
    },
  );
});
