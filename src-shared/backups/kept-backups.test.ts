import { describe, expect, it } from 'vitest';
import { type Instant, instantFromMs, parseInstant } from '../core/instant.ts';
import { expendableBackups } from './kept-backups.ts';

/** Backups of March 2026, given as 'day.hour' by Shanghai's clock, the last one just made. */
function march(...times: readonly string[]): { readonly at: Instant; readonly name: string }[] {
  return times.map((name) => {
    const [day, hour] = name.split('.').map(Number);
    return { name, at: instantFromMs(Date.UTC(2026, 2, day ?? 1, (hour ?? 0) - 8)) };
  });
}

function gone(keep: number, ...times: readonly string[]): string[] {
  const backups = march(...times);
  const made = backups.at(-1);
  if (!made) throw new Error('none was made');
  return expendableBackups(backups, made, keep, 'Asia/Shanghai').map(({ name }) => name);
}

describe('expendableBackups', () => {
  it('keeps all while there are few', () => {
    expect(gone(3, '1.9', '2.9', '3.9')).toEqual([]);
  });

  it('lets the oldest go when each is of another day', () => {
    expect(gone(3, '1.9', '2.9', '3.9', '4.9', '5.9')).toEqual(['1.9', '2.9']);
  });

  it('lets earlier ones of a day go first: ten imports today do not push out last week', () => {
    expect(gone(4, '1.9', '2.9', '3.9', '3.10', '3.11', '3.12')).toEqual(['3.9', '3.10']);
    expect(gone(3, '1.9', '2.9', '2.18', '3.9')).toEqual(['2.9']);
  });

  it("counts days by the book's clock: half past midnight in Shanghai is another day", () => {
    expect(gone(2, '1.9', '2.23', '3.1')).toEqual(['1.9']);
  });

  it('never lets the one just made go, also when the clock was set back or nothing is to be kept', () => {
    expect(gone(2, '8.9', '9.9', '1.9')).toEqual(['8.9']);
    expect(gone(0, '8.9', '9.9', '1.9')).toEqual(['8.9', '9.9']);
    expect(parseInstant('2026-03-01T01:00:00.000Z')).toBe(march('1.9')[0]?.at);
  });
});
