import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen, fenToYuanText, parseYuanToFen, readYuan } from './money.ts';

describe('parseYuanToFen', () => {
  it.each([
    ['1234.5', 123450],
    ['¥1,234.50', 123450],
    ['￥１，２３４．５０', 123450],
    ['1234.5元', 123450],
    ['1234元整', 123400],
    ['人民币 88 元', 8800],
    ['1.2万', 1200000],
    ['1.2万元', 1200000],
    ['0.00001万', 10],
    ['3亿', 30000000000],
    ['(500)', -50000],
    ['（500）', -50000],
    ['(¥1,000.01)', -100001],
    ['-0.01', -1],
    ['\u2212 5', -500],
    ['¥-5', -500],
    ['-¥5', -500],
    ['+7', 700],
    ['-0', 0],
    ['.5', 50],
    ['0.10', 10],
    ['1.500000', 150],
    [' 12 ', 1200],
    ['1 234 567.89', 123456789],
    ['0001', 100],
    ['9999999999999.99', 999999999999999],
  ])('reads %s to the fen', (text, expected) => {
    expect(parseYuanToFen(text)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    '元',
    '万',
    '¥',
    '-',
    '.',
    '5.',
    '1.005',
    '0.001',
    '1,23',
    '1,2345',
    '12 34',
    '1.2.3',
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '(-5)',
    '--5',
    '5-',
    '$5',
    '约500',
    '500左右',
    '1万2',
    '1万亿',
    '12345678901234.00',
    '٣',
  ])('refuses %j rather than guess', (text) => {
    expect(parseYuanToFen(text)).toBeNull();
  });

  it('reads back every amount it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (value) => {
        expect(parseYuanToFen(fenToYuanText(fen(value)))).toBe(value + 0);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => parseYuanToFen(text) === null || text !== ''));
  });
});

describe('readYuan', () => {
  it.each([
    ['1.005', 101],
    ['1.004999999', 100],
    ['0.995', 100],
    ['-1.005', -101],
    ['(2.675)', -268],
    ['1.2345678万', 1234568],
    ['2.5e', null],
  ])('offers %s rounded half away from zero, never by itself', (text, rounded) => {
    expect(readYuan(text)).toEqual(
      rounded === null ? { kind: 'not_an_amount' } : { kind: 'too_precise', roundedFen: rounded },
    );
  });

  it('says that an amount is too large instead of losing its last digits', () => {
    expect(readYuan('99999999999999')).toEqual({ kind: 'too_large' });
  });
});

describe('fen', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %s', (value) => {
    expect(() => fen(value)).toThrow(RangeError);
  });
});

describe('fenToYuanText', () => {
  it.each([
    [0, '0.00'],
    [-0, '0.00'],
    [1, '0.01'],
    [-5, '-0.05'],
    [123450, '1234.50'],
  ])('writes %d fen as %s', (value, text) => {
    expect(fenToYuanText(fen(value))).toBe(text);
  });
});
