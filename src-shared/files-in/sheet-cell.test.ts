import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, hasLostDigits, plainDigits } from './sheet-cell.ts';

describe('plainDigits', () => {
  it.each([
    [13_800_138_000, '13800138000'],
    [1e21, '1000000000000000000000'],
    [-1.5e22, '-15000000000000000000000'],
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
    [0.1 + 0.2, '0.3'],
    [0, '0'],
    [Number('123456789012345678'), '123456789012346000'],
  ])('writes %d as %s', (value, digits) => {
    expect(plainDigits(value)).toBe(digits);
  });

  it('never writes an exponent and means the same number to 15 digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }), (value) => {
        const digits = plainDigits(value);
        expect(digits).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(digits)).toBe(Number(value.toPrecision(15)) + 0);
      }),
    );
  });
});

describe('hasLostDigits', () => {
  it.each([
    ['13800138000', false],
    ['999999999999999', false],
    ['1000000000000000', true],
    ['110101199003077777', true],
    ['1.10101199003077E+17', true],
    ['-6222020200112233445', true],
    ['0.1234567890123456789', false],
  ])('of %s is %s', (raw, expected) => {
    expect(hasLostDigits({ t: 'n', v: Number(raw), raw })).toBe(expected);
  });
});

describe('cellText', () => {
  it.each([
    [null, ''],
    [{ t: 's', v: ' 张三 ' }, ' 张三 '],
    [{ t: 'n', v: 13_800_138_000, raw: '1.3800138E10' }, '13800138000'],
    [{ t: 'd', v: '2026-03-05' }, '2026-03-05'],
    [{ t: 'b', v: false }, 'FALSE'],
    [{ t: 'e', v: '#N/A' }, '#N/A'],
  ] as const)('of %j is %j', (cell, text) => {
    expect(cellText(cell)).toBe(text);
  });
});
