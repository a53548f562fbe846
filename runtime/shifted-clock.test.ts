import { afterEach, describe, expect, it } from 'vitest';
import { startClockAt } from './shifted-clock.ts';

const RealDate = Date;
afterEach(() => {
  globalThis.Date = RealDate;
});

describe('startClockAt', () => {
  const start = RealDate.parse('2026-02-09T09:00:00+08:00');

  it('lets the clock go on from that moment', async () => {
    startClockAt(start);
    expect(Date.now() - start).toBeLessThan(1000);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(Date.now() - start).toBeGreaterThanOrEqual(29);
    expect(new Date().toISOString().slice(0, 10)).toBe('2026-02-09');
    expect(Date()).toContain('2026');
  });

  it('leaves dates that are named as they are', () => {
    startClockAt(start);
    expect(new Date(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
    expect(new Date('2026-03-05')).toBeInstanceOf(Date);
    expect(Date.UTC(2026, 0, 1)).toBe(RealDate.UTC(2026, 0, 1));
    expect(new Date(2026, 0, 1) instanceof RealDate).toBe(true);
  });
});
