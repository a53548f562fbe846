import { describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import {
  type CalendarView,
  dayOfWidget,
  pagedDay,
  shownDays,
  timeOfWidget,
  titleOf,
  widgetDate,
} from './shown-days.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

describe('shownDays', () => {
  it.each<[CalendarView, string, string, string]>([
    ['month', '2026-09-17', '2026-08-31', '2026-10-04'],
    // A February of exactly four weeks, Monday to Sunday.
    ['month', '2027-02-10', '2027-02-01', '2027-02-28'],
    // Six weeks: the 1st is a Sunday.
    ['month', '2026-11-30', '2026-10-26', '2026-12-06'],
    ['week', '2026-09-20', '2026-09-14', '2026-09-20'],
    ['week', '2027-01-01', '2026-12-28', '2027-01-03'],
    ['day', '2026-02-28', '2026-02-28', '2026-02-28'],
    ['agenda', '2028-02-29', '2028-02-01', '2028-02-29'],
  ])('draws for a %s around %s the days %s to %s', (view, on, from, to) => {
    expect(shownDays(view, day(on))).toEqual({ from, to });
  });
});

describe('pagedDay', () => {
  it.each<[CalendarView, string, number, string]>([
    ['month', '2026-01-31', 1, '2026-02-28'],
    ['month', '2026-01-15', -1, '2025-12-15'],
    ['agenda', '2026-12-31', 1, '2027-01-31'],
    ['week', '2026-12-28', 1, '2027-01-04'],
    ['day', '2026-03-01', -1, '2026-02-28'],
  ])('pages a %s from %s by %i to %s', (view, on, steps, to) => {
    expect(pagedDay(view, day(on), steps)).toBe(to);
  });
});

describe('widgetDate', () => {
  it.each(['2026-03-08', '2026-11-01', '2026-09-17', '2028-02-29'])(
    'comes back as the same day wherever the PC stands (%s)',
    (text) => {
      expect(dayOfWidget(widgetDate(day(text)))).toBe(text);
    },
  );

  it('keeps the wall clock that the calendar shows', () => {
    expect(timeOfWidget(new Date(Date.UTC(2026, 8, 17, 9, 5)))).toBe('09:05');
  });
});

describe('titleOf', () => {
  it.each<[CalendarView, string, string]>([
    ['month', 'zh-CN', '2026年9月'],
    ['month', 'en', 'September 2026'],
    ['day', 'zh-CN', '2026年9月17日星期四'],
    ['day', 'en', 'Thu, Sep 17, 2026'],
    ['week', 'zh-CN', '2026年9月14日 – 20日'],
  ])('names a %s in %s', (view, language, title) => {
    expect(titleOf(view, day('2026-09-17'), language)).toBe(title);
  });
});
