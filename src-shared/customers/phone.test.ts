import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialledDigits, normalisePhone, phoneDigits } from './phone.ts';
import { splitPhones } from './split-phones.ts';

describe('normalisePhone', () => {
  it.each([
    ['13800138000', '13800138000', null, 'mobile'],
    ['138 0013 8000', '13800138000', null, 'mobile'],
    ['138-0013-8000', '13800138000', null, 'mobile'],
    ['１３８００１３８０００', '13800138000', null, 'mobile'],
    ['+8613800138000', '13800138000', null, 'mobile'],
    ['+86 138 0013 8000', '13800138000', null, 'mobile'],
    ['(+86)13800138000', '13800138000', null, 'mobile'],
    ['0086-13800138000', '13800138000', null, 'mobile'],
    ['8613800138000', '13800138000', null, 'mobile'],
    ['013800138000', '13800138000', null, 'mobile'],
    ['手机：13800138000', '13800138000', null, 'mobile'],
    ['0571-88886666', '57188886666', null, 'landline'],
    ['(0571)88886666', '57188886666', null, 'landline'],
    ['（0571）8888 6666', '57188886666', null, 'landline'],
    ['+86 571 8888 6666', '57188886666', null, 'landline'],
    ['+86 (0)571 88886666', '57188886666', null, 'landline'],
    ['86-0571-88886666', '57188886666', null, 'landline'],
    ['57188886666', '57188886666', null, 'landline'],
    ['010-88886666', '1088886666', null, 'landline'],
    ['021 6888 8888', '2168888888', null, 'landline'],
    ['0592-5214785', '5925214785', null, 'landline'],
    ['88886666', '88886666', null, 'landline'],
    ['5214785', '5214785', null, 'landline'],
    ['0571-88886666-801', '57188886666', '801', 'landline'],
    ['0571-88886666转801', '57188886666', '801', 'landline'],
    ['0571-88886666 分机 801', '57188886666', '801', 'landline'],
    ['0571-88886666 ext. 801', '57188886666', '801', 'landline'],
    ['400-888-6666', '4008886666', null, 'other'],
    ['400 8886 666 转 2', '4008886666', '2', 'other'],
    ['400-888-6666-2', '4008886666', '2', 'other'],
    ['400-888-6666-801', '4008886666', '801', 'other'],
    ['800-820-8820', '8008208820', null, 'other'],
    ['95588', '95588', null, 'other'],
    ['+44 7700 900123', '447700900123', null, 'other'],
    ['0044 7700 900123', '447700900123', null, 'other'],
    ['+44 (0)20 7946 0958', '442079460958', null, 'other'],
    ['+1 555-2001', '15552001', null, 'other'],
    ['831.605.2433x72946', '8316052433', '72946', 'other'],
    ['(206) 555-9857', '2065559857', null, 'other'],
    ['06 12 34 56 78', '0612345678', null, 'other'],
  ])('%s is %s', (text, digits, extension, kind) => {
    expect(normalisePhone(text)).toEqual({ digits, extension, kind });
  });

  it.each([
    '',
    ' ',
    '无',
    '-',
    '12',
    'abc123',
    '张三 13800138000',
    '13800138000 13900139000',
    '13800138000/13900139000',
    '1234567890123456',
    '1.38E+10',
    '待补充',
  ])('refuses %j', (text) => {
    expect(normalisePhone(text)).toBeNull();
  });

  it('tells a mobile from a number that only looks like one', () => {
    expect(normalisePhone('12800138000')?.kind).toBe('other');
    expect(normalisePhone('1380013800')?.kind).toBe('other');
    expect(normalisePhone('138001380000')?.kind).toBe('other');
  });

  it('gives the same digits for every way of writing a mobile', () => {
    const mobile = fc.tuple(fc.integer({ min: 130, max: 199 }), fc.integer({ min: 0, max: 99_999_999 }));
    fc.assert(
      fc.property(
        mobile,
        fc.constantFrom('', '+86', '+86 ', '0086', '86', '0'),
        fc.constantFrom('', ' ', '-', '.'),
        ([head, tail], country, separator) => {
          const digits = `${head}${String(tail).padStart(8, '0')}`;
          const written = [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].join(separator);
          expect(phoneDigits(country + written)).toBe(digits);
        },
      ),
    );
  });
});

describe('dialledDigits', () => {
  it.each([
    ['571 88886666', '057188886666'],
    ['0571-88886666', '057188886666'],
    ['88886666', '88886666'],
    ['13800138000', '13800138000'],
    ['4008886666', '4008886666'],
  ])('%s is dialled %s', (text, expected) => {
    const phone = normalisePhone(text);
    expect(phone && dialledDigits(phone)).toBe(expected);
  });
});

describe('splitPhones', () => {
  it.each([
    ['13800138000', ['13800138000']],
    ['138 0013 8000', ['138 0013 8000']],
    ['13800138000、13900139000', ['13800138000', '13900139000']],
    ['13800138000，0571-88886666', ['13800138000', '0571-88886666']],
    ['13800138000 / 13900139000', ['13800138000', '13900139000']],
    ['13800138000 13900139000', ['13800138000', '13900139000']],
    ['138 0013 8000 139 0013 9000', ['138 0013 8000', '139 0013 9000']],
    ['13800138000\n13900139000', ['13800138000', '13900139000']],
    ['13800138000或13900139000', ['13800138000', '13900139000']],
    ['0571-88886666/67', ['0571-88886666', '0571-88886667']],
    ['0571-88886666、88887777', ['0571-88886666', '88887777']],
    ['13800138000；', ['13800138000']],
    ['', []],
    ['张三 13800138000', ['张三 13800138000']],
    ['13800138000/无', ['13800138000/无']],
  ])('%s', (text, expected) => {
    expect(splitPhones(text)).toEqual(expected);
  });
});
