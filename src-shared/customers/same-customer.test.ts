import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseName } from './normalised-name.ts';
import { areSimilarNames, type CustomerTraits, compareCustomers, editDistance } from './same-customer.ts';

const customer = (name: string, more: Partial<CustomerTraits> = {}): CustomerTraits => ({
  normalisedName: normaliseName(name),
  mobiles: [],
  landlines: [],
  uscc: null,
  city: null,
  ...more,
});

describe('compareCustomers', () => {
  it('is certain when the credit code is the same, whatever else differs', () => {
    const a = customer('老名字', { uscc: '914403001922038216', city: '深圳' });
    const b = customer('新名字', { uscc: '914403001922038216', city: '东莞' });
    expect(compareCustomers(a, b)).toEqual({ match: 'certain', reasons: ['same_uscc'] });
  });

  it('is strong when a mobile is the same', () => {
    const a = customer('王记五金', { mobiles: ['13800138000', '13900139000'] });
    const b = customer('老王', { mobiles: ['13900139000'] });
    expect(compareCustomers(a, b)).toEqual({ match: 'strong', reasons: ['same_mobile'] });
  });

  it('is strong when only the legal ending differs', () => {
    expect(compareCustomers(customer('王记五金有限公司'), customer('王记（五金）商行'))).toEqual({
      match: 'strong',
      reasons: ['same_name'],
    });
  });

  it('is possible for similar names in one city, 市 or not', () => {
    const a = customer('杭州华兴五金机电', { city: '杭州市' });
    const b = customer('杭州华新五金机电', { city: '杭州' });
    expect(compareCustomers(a, b)).toEqual({ match: 'possible', reasons: ['similar_name'] });
    expect(compareCustomers(a, { ...b, city: '宁波' }).match).toBe('none');
    expect(compareCustomers({ ...a, city: null }, { ...b, city: null }).match).toBe('none');
    expect(compareCustomers({ ...a, city: '' }, { ...b, city: '' }).match).toBe('none');
  });

  it('is possible when a landline is shared, as by two firms on one floor', () => {
    const a = customer('甲公司', { landlines: ['57188886666'] });
    const b = customer('乙公司', { landlines: ['57188886666'] });
    expect(compareCustomers(a, b)).toEqual({ match: 'possible', reasons: ['same_landline'] });
  });

  it('is none for two customers that share only what is empty', () => {
    expect(compareCustomers(customer('', { mobiles: [''] }), customer('', { mobiles: [''] })).match).toBe('none');
  });

  it('keeps the same firm in two cities apart when the city stands in the name', () => {
    expect(compareCustomers(customer('华为(上海)'), customer('华为(北京)')).match).toBe('none');
  });

  it('does not depend on the order of the two', () => {
    const anyCustomer = fc.record({
      normalisedName: fc.string({ unit: fc.constantFrom(...'杭州王记五金'), maxLength: 8 }),
      mobiles: fc.array(fc.constantFrom('1', '2', ''), { maxLength: 2 }),
      landlines: fc.array(fc.constantFrom('3', '4'), { maxLength: 2 }),
      uscc: fc.constantFrom(null, 'A', 'B'),
      city: fc.constantFrom(null, '', '杭州', '杭州市', '宁波'),
    });
    fc.assert(
      fc.property(anyCustomer, anyCustomer, (a, b) => {
        expect(compareCustomers(a, b)).toEqual(compareCustomers(b, a));
      }),
    );
  });
});

describe('areSimilarNames', () => {
  it.each([
    ['一二三四五六七', '一二三四五六八', true],
    ['一二三四五六', '一二三四五七', false],
    ['一二三四五六七八九十甲乙丙丁', '一二三四五六七八九十甲乙子丑', true],
    ['一二三四五六七八九十甲乙丙丁', '一二三四五六七八九十甲寅子丑', false],
    ['一二三四五六七', '一二三四五六七八', true],
    ['𠮷二三四五六七', '吉二三四五六七', true],
    ['', '', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(areSimilarNames(a, b)).toBe(expected);
  });
});

describe('editDistance', () => {
  const slow = (a: readonly string[], b: readonly string[]): number => {
    if (a.length === 0 || b.length === 0) return a.length + b.length;
    if (a[0] === b[0]) return slow(a.slice(1), b.slice(1));
    return 1 + Math.min(slow(a.slice(1), b), slow(a, b.slice(1)), slow(a.slice(1), b.slice(1)));
  };
  const word = fc.array(fc.constantFrom('王', '记', 'a'), { maxLength: 6 });

  it('agrees with the definition, and stops only above the limit', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 6 }), (a, b, limit) => {
        const distance = slow(a, b);
        expect(editDistance(a, b, limit)).toBe(distance <= limit ? distance : null);
      }),
    );
  });
});
