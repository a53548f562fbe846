import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortKey } from './sort-key.ts';

const inOrder = (names: readonly string[]) =>
  [...names].sort((a, b) => Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b))));

describe('sortKey', () => {
  it.each([
    ['by pinyin', ['安徽电力公司', '北京华为', '重庆长城', '杭州王记', '浙江能源集团']],
    ['digits, then Latin, then Chinese', ['3M', '360安全', 'abc', 'ABC 2', 'Zebra', '阿里']],
    ['numbers by their value', ['1号店', '2号店', '3号店', '12号店', '100号店']],
    ['a shorter name before the longer', ['王记', '王记五金', '王记五金店']],
    ['a syllable before the longer syllable', ['李四', '连云港', '林立娟']],
    ['one family name together', ['李安', '李波', '里安', '里白']],
    ['family names as names', ['曹操', '仇总', '单田芳', '沈从文', '曾国藩', '张三']],
    ['places as places', ['长沙', '朝阳建材', '重庆', '单据五金建材']],
    ['without regard to accents', ['Emil', 'Émile', 'Emily']],
    ['without regard to punctuation and spaces at the ends', ['（王）甲公司', '王乙公司', ' 王子建材公司']],
    ['Chinese before other scripts it cannot read', ['王记', 'Ωμέγα']],
  ])('sorts %s', (_what, names) => {
    expect(inOrder([...names].reverse())).toEqual(names);
  });

  it('gives different names different keys, so that an order is always the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(sortKey(a) === sortKey(b)).toBe(a === b);
      }),
    );
  });

  it('reads 单 as asked', () => {
    expect(sortKey('单', 'text').startsWith('dan')).toBe(true);
    expect(sortKey('单田芳', 'person').startsWith('shan')).toBe(true);
    expect(sortKey('单田芳', 'text').startsWith('dan')).toBe(true);
  });

  it('stays short for a long name', () => {
    const long = '王'.repeat(200);
    expect(sortKey(long).length).toBeLessThan(24 * 8 + 202);
  });
});
