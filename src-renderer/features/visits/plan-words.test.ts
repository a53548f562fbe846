import { describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { hoursText } from './plan-words.ts';

const on: CalendarDate = parseCalendarDate('2026-09-17') ?? fail();

function fail(): never {
  throw new Error('no day');
}

describe('hoursText', () => {
  it.each([
    [null, null, ''],
    [null, 60, ''],
    ['10:00', null, '10:00'],
    ['10:00', 90, '10:00–11:30'],
    ['23:30', 60, '23:30–00:30'],
    ['00:00', 1440, '00:00–00:00'],
  ])('%s for %s minutes reads "%s"', (plannedTime, lengthMinutes, text) => {
    expect(hoursText({ plannedOn: on, plannedTime, lengthMinutes })).toBe(text);
  });
});
