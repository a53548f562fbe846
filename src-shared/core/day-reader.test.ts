import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber } from './calendar-date.ts';
import { dayNumberReader, dayReader } from './day-reader.ts';
import { dayOfInstant, instantFromMs, parseInstant } from './instant.ts';

function at(text: string) {
  const instant = parseInstant(text);
  if (!instant) throw new Error(`${text} is no instant`);
  return instant;
}

describe('dayReader', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-05T15:59:59.999Z', '2026-03-05'],
    ['Asia/Shanghai', '2026-03-05T16:00:00.000Z', '2026-03-06'],
    ['America/New_York', '2026-03-05T04:59:59.999Z', '2026-03-04'],
    ['America/New_York', '2026-03-08T05:00:00.000Z', '2026-03-08'],
    ['UTC', '2026-12-31T23:59:59.999Z', '2026-12-31'],
    ['Asia/Kolkata', '2026-03-05T18:29:59.999Z', '2026-03-05'],
    ['Asia/Kolkata', '2026-03-05T18:30:00.000Z', '2026-03-06'],
    // Midnight itself is skipped in spring.
    ['America/Havana', '2026-03-08T05:00:00.000Z', '2026-03-08'],
    // A whole day was skipped.
    ['Pacific/Apia', '2011-12-30T09:59:59.999Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-31'],
  ])('in %s %s is %s', (timeZone, instant, day) => {
    expect(dayReader(timeZone)(at(instant))).toBe(day);
  });

  it('says what the zone itself says of any instant', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'America/Havana', 'Pacific/Apia', 'Asia/Beirut');
    const ms = fc.integer({ min: -1_000_000_000_000, max: 2_500_000_000_000 });
    fc.assert(
      fc.property(zones, ms, (timeZone, value) => {
        const instant = instantFromMs(value);
        expect(dayReader(timeZone)(instant)).toBe(dayOfInstant(instant, timeZone));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a zone that is none', () => {
    expect(() => dayReader('Asia/Atlantis')(at('2026-03-05T08:00:00.000Z'))).toThrow(RangeError);
  });
});

describe('dayNumberReader', () => {
  it('says what fromDayNumber says, the first time and again', () => {
    const dayAt = dayNumberReader();
    for (const number of [0, 20_517, -719_162, 20_517]) expect(dayAt(number)).toBe(fromDayNumber(number));
  });
});
