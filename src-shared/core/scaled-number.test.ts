import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScaled, scaledText } from './scaled-number.ts';

describe('readScaled', () => {
  it.each([
    ['8.5', 4, 85_000],
    ['1.005', 4, 10_050],
    ['0.0001', 4, 1],
    ['.5', 3, 500],
    ['12.', 3, 12_000],
    ['1,234.5678', 4, 12_345_678],
    ['１２．５', 3, 12_500],
    ['￥8.50', 4, 85_000],
    ['¥ 8.50元', 4, 85_000],
    ['2.5%', 2, 250],
    ['-30', 4, -300_000],
    ['−30', 4, -300_000],
    ['-0', 4, 0],
    ['1.50000', 4, 15_000],
    ['007', 3, 7_000],
  ])('reads %j with %i decimals', (text, decimals, value) => {
    expect(readScaled(text, decimals)).toEqual({ kind: 'number', value });
  });

  it.each([
    ['1.00005', 4, 'too_precise'],
    ['2.555', 2, 'too_precise'],
    ['abc', 3, 'not_a_number'],
    ['1.2.3', 3, 'not_a_number'],
    ['1,23', 3, 'not_a_number'],
    ['1e3', 3, 'not_a_number'],
    ['-', 3, 'not_a_number'],
    ['%', 2, 'not_a_number'],
    ['9999999999999', 3, 'too_large'],
  ])('refuses %j with %i decimals: %s', (text, decimals, problem) => {
    expect(readScaled(text, decimals)).toEqual({ kind: 'problem', problem });
  });

  it('takes blanks for nothing typed', () => {
    expect(readScaled('  ', 4)).toEqual({ kind: 'empty' });
  });

  it('reads back whatever scaledText writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 4 }), (value, decimals) => {
        expect(readScaled(scaledText(value, decimals), decimals)).toEqual({ kind: 'number', value });
      }),
    );
  });
});

describe('scaledText', () => {
  it.each([
    [85_000, 4, 2, '8.50'],
    [12_345, 4, 2, '1.2345'],
    [80_000, 4, 0, '8'],
    [-5, 4, 2, '-0.0005'],
    [0, 3, 0, '0'],
  ])('writes %i of %i decimals, at least %i', (value, decimals, atLeast, text) => {
    expect(scaledText(value, decimals, atLeast)).toBe(text);
  });
});
