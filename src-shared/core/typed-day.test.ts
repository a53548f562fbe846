import { describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from './calendar-date.ts';
import { readTypedDay } from './typed-day.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

/** A Thursday. */
const today = day('2026-09-17');

describe('readTypedDay', () => {
  it.each([
    ['2026-10-15', '2026-10-15'],
    ['2026/10/5', '2026-10-05'],
    ['2026.10.15', '2026-10-15'],
    ['20261015', '2026-10-15'],
    ['26-10-5', '2026-10-05'],
    ['2026年10月15日', '2026-10-15'],
    ['２０２６／１０／１５', '2026-10-15'],
    ['9-24', '2026-09-24'],
    ['9.24', '2026-09-24'],
    ['9月24号', '2026-09-24'],
    ['24号', '2026-09-24'],
    [' 今天 ', '2026-09-17'],
    ['明天', '2026-09-18'],
    ['后天', '2026-09-19'],
    ['Tomorrow', '2026-09-18'],
    ['+3', '2026-09-20'],
    ['3天后', '2026-09-20'],
    ['2 周后', '2026-10-01'],
    ['1个月后', '2026-10-17'],
    ['in 2 weeks', '2026-10-01'],
    ['周四', '2026-09-17'],
    ['周五', '2026-09-18'],
    ['星期一', '2026-09-21'],
    ['下周三', '2026-09-23'],
    ['下个礼拜天', '2026-09-27'],
    ['fri', '2026-09-18'],
    ['next Monday', '2026-09-21'],
  ])('reads %s as %s', (typed, expected) => {
    expect(readTypedDay(typed, { today })).toBe(expected);
  });

  it.each(['', '9', '924', '2026', '2026-13-01', '2026-02-30', '2-30', '32号', '明天上午', '有空', '周八', '2026-9'])(
    'makes no day of %j',
    (typed) => {
      expect(readTypedDay(typed, { today })).toBeNull();
    },
  );

  it('takes the next year, or month, where only days to come are meant', () => {
    const from = today;
    expect(readTypedDay('1-5', { today, from })).toBe('2027-01-05');
    expect(readTypedDay('9-16', { today, from })).toBe('2027-09-16');
    expect(readTypedDay('5号', { today, from })).toBe('2026-10-05');
    expect(readTypedDay('5号', { today: day('2026-12-17'), from: day('2026-12-17') })).toBe('2027-01-05');
    expect(readTypedDay('31号', { today: day('2026-09-17'), from })).toBe('2026-10-31');
  });

  it('takes the last one where only past days are meant', () => {
    const upTo = today;
    expect(readTypedDay('12-28', { today, upTo })).toBe('2025-12-28');
    expect(readTypedDay('20号', { today, upTo })).toBe('2026-08-20');
    expect(readTypedDay('周五', { today, upTo })).toBe('2026-09-11');
    expect(readTypedDay('周四', { today, upTo })).toBe('2026-09-17');
  });

  it('takes no day that is not allowed', () => {
    expect(readTypedDay('昨天', { today, from: today })).toBeNull();
    expect(readTypedDay('2025-01-01', { today, from: today })).toBeNull();
    expect(readTypedDay('明天', { today, upTo: today })).toBeNull();
  });
});
