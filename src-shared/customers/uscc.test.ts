import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUscc, parseUscc } from './uscc.ts';

const valid = ['91350100M000100Y43', '914403001922038216', '91330100799655058B'];

describe('parseUscc', () => {
  it.each(valid)('takes %s', (code) => {
    expect(parseUscc(code)).toBe(code);
  });

  it('forgives spaces, hyphens, small letters and full width', () => {
    expect(parseUscc(' 9133 0100-7996 5505 8b ')).toBe('91330100799655058B');
    expect(parseUscc('９１３３０１００７９９６５５０５８Ｂ')).toBe('91330100799655058B');
  });

  it.each([
    '',
    '91350100M000100Y4',
    '91350100M000100Y433',
    '91350100M000100Y44',
    '91350100I000100Y43',
    '914403001922038210',
    '330106198001011234',
    '９１',
  ])('refuses %j', (code) => {
    expect(parseUscc(code)).toBeNull();
  });

  it('notices any single wrong character', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.nat(17), fc.constantFrom(...alphabet), (code, at, wrong) => {
        fc.pre(code[at] !== wrong);
        expect(parseUscc(code.slice(0, at) + wrong + code.slice(at + 1))).toBeNull();
      }),
    );
  });
});

describe('isUscc', () => {
  it('is true for the stored form alone', () => {
    expect(isUscc('91330100799655058B')).toBe(true);
    expect(isUscc('91330100799655058b')).toBe(false);
    expect(isUscc('9133 0100 7996 5505 8B')).toBe(false);
  });
});
