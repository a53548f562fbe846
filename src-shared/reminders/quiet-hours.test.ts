import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../core/calendar-date.ts';
import type { Instant } from '../core/instant.ts';
import { instantAt, localParts, parseInstant } from '../core/instant.ts';
import { afterQuiet, isQuiet } from './quiet-hours.ts';

const night = { isOn: true, from: '21:00', to: '08:00' };

function local(text: string, zone = 'Asia/Shanghai'): Instant {
  const day = parseCalendarDate(text.slice(0, 10));
  if (!day) throw new Error(text);
  return instantAt(day, text.slice(11), zone);
}

function wallClock(at: Instant, zone = 'Asia/Shanghai'): string {
  const { day, time } = localParts(at, zone);
  return `${day} ${time}`;
}

describe('isQuiet', () => {
  it.each([
    ['2026-03-05 20:59', false],
    ['2026-03-05 21:00', true],
    ['2026-03-05 23:59', true],
    ['2026-03-06 00:00', true],
    ['2026-03-06 07:59', true],
    ['2026-03-06 08:00', false],
    ['2026-03-06 12:00', false],
  ])('spans midnight: %s → %s', (text, quiet) => {
    expect(isQuiet(local(text), night, 'Asia/Shanghai')).toBe(quiet);
  });

  it.each([
    ['2026-03-05 11:59', false],
    ['2026-03-05 12:00', true],
    ['2026-03-05 13:59', true],
    ['2026-03-05 14:00', false],
  ])('can be a noon break: %s → %s', (text, quiet) => {
    expect(isQuiet(local(text), { isOn: true, from: '12:00', to: '14:00' }, 'Asia/Shanghai')).toBe(quiet);
  });

  it('is never when switched off, nor with equal ends', () => {
    expect(isQuiet(local('2026-03-05 23:00'), { ...night, isOn: false }, 'Asia/Shanghai')).toBe(false);
    expect(isQuiet(local('2026-03-05 23:00'), { isOn: true, from: '23:00', to: '23:00' }, 'Asia/Shanghai')).toBe(false);
  });
});

describe('afterQuiet', () => {
  it.each([
    ['2026-03-05 20:00', '2026-03-05 20:00'],
    ['2026-03-05 22:30', '2026-03-06 08:00'],
    ['2026-03-06 00:00', '2026-03-06 08:00'],
    ['2026-03-06 07:59', '2026-03-06 08:00'],
    ['2026-12-31 23:00', '2027-01-01 08:00'],
  ])('waits from %s until %s', (from, until) => {
    expect(wallClock(afterQuiet(local(from), night, 'Asia/Shanghai'))).toBe(until);
  });

  it('ends after the hour that summer time skips', () => {
    const zone = 'America/New_York';
    const end = afterQuiet(local('2026-03-08 01:00', zone), { isOn: true, from: '23:00', to: '02:30' }, zone);
    expect(wallClock(end, zone)).toBe('2026-03-08 03:30');
  });

  it('never lies before the moment itself, in the hour that comes twice', () => {
    const zone = 'America/New_York';
    const second = parseInstant('2026-11-01T06:10:00.000Z');
    if (!second) throw new Error('no instant');
    expect(wallClock(second, zone)).toBe('2026-11-01 01:10');
    expect(afterQuiet(second, { isOn: true, from: '23:00', to: '01:30' }, zone)).toBe(second);
  });
});
