import { describe, expect, it } from 'vitest';
import { fileSizeText, phoneText } from './number-text.ts';

describe('phoneText', () => {
  it.each([
    ['13858126630', '138 5812 6630'],
    ['138-5812-6630', '138 5812 6630'],
    ['+86 13858126630', '138 5812 6630'],
    ['008613858126630', '138 5812 6630'],
    ['１３８５８１２６６３０', '138 5812 6630'],
    ['0571-88881234', '0571-88881234'],
    ['0571-88881234-801', '0571-88881234-801'],
    ['400-820-8820', '400-820-8820'],
    ['12345678901', '12345678901'],
    ['138581266301', '138581266301'],
  ])('shows %s as %s', (phone, shown) => {
    expect(phoneText(phone)).toBe(shown);
  });
});

describe('fileSizeText', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1536, '2 KB'],
    [5_242_880, '5.0 MB'],
  ])('says %i bytes as %s', (bytes, shown) => {
    expect(fileSizeText(bytes)).toBe(shown);
  });
});
