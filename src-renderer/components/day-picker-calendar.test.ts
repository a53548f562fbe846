import { describe, expect, it } from 'vitest';
import { dateFnsCalendar } from './day-picker-calendar.ts';

const { format, parse } = dateFnsCalendar.locale;
const thisYear = new Date().getFullYear();

describe('a day with its weekday', () => {
  it('is written in the language of the window', () => {
    const sunday = new Date(2026, 10, 29);
    expect(format('zh_CN', sunday, 'MM-DD EEE')).toBe('11-29 周日');
    expect(format('en_US', sunday, 'MM-DD EEE')).toBe('11-29 Sun');
  });

  it('is read back as the day of this year that it was', () => {
    const day = new Date(thisYear, 10, 29);
    expect(parse('zh_CN', format('zh_CN', day, 'MM-DD EEE'), ['MM-DD EEE'])).toEqual(day);
  });

  it('is refused with a weekday that is not its own', () => {
    const wrong = format('zh_CN', new Date(thisYear, 10, 29), 'MM-DD EEE').replace(/..$/, '周八');
    expect(parse('zh_CN', wrong, ['MM-DD EEE'])).toBeNull();
  });
});

describe('a day that is typed', () => {
  it.each(['2027-01-06', '2027/1/6', '2027.1.6', '20270106'])('is read from %s', (typed) => {
    const patterns = ['MM-DD EEE', 'YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD'];
    expect(parse('zh_CN', ` ${typed} `, patterns)).toEqual(new Date(2027, 0, 6));
  });

  it('is refused when there is no such day', () => {
    expect(parse('zh_CN', '2027-02-30', ['YYYY-MM-DD'])).toBeNull();
  });
});
