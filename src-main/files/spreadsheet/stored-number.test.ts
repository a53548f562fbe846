import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStoredNumber, numberOfStored } from './stored-number.ts';

function readNumber(text: string): number | null {
  // Something before and after, so that a step outside the bounds shows.
  const bytes = Buffer.from(`9${text}9`);
  return isStoredNumber(bytes, 1, bytes.length - 1) ? numberOfStored(bytes, 1, bytes.length - 1) : null;
}

describe('numberOfStored', () => {
  it('is the number that the digits say, to the last bit', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.integer(),
          fc.float({ noNaN: true, noDefaultInfinity: true }),
        ),
        (value) => {
          expect(readNumber(String(value))).toBe(Object.is(value, -0) ? 0 : value);
        },
      ),
    );
    fc.assert(
      fc.property(fc.nat(), fc.nat(9_999_999), (whole, fraction) => {
        const text = `${whole}.${String(fraction).padStart(7, '0')}`;
        expect(readNumber(text)).toBe(Number(text));
      }),
    );
  });

  it.each([
    '',
    '.',
    '-',
    '+',
    'e5',
    '1e',
    '1e+',
    '1.2.3',
    '1 2',
    '1,2',
    '１',
    '1e400',
    `${'9'.repeat(310)}`,
    '0x1',
    'Infinity',
    '1-',
  ])('refuses %j', (text) => {
    expect(readNumber(text)).toBe(null);
  });

  it.each([
    ['+5', 5],
    ['5.', 5],
    ['.5', 0.5],
    ['-.5e-3', -0.0005],
    ['1E5', 100_000],
    ['00012', 12],
  ] as const)('takes %s as %d', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});
