import { describe, expect, it } from 'vitest';
import { nameKey } from './name-key.ts';

describe('nameKey', () => {
  it.each([
    ['VIP', 'vip'],
    ['ＶＩＰ', 'vip'],
    [' 重点 客户 ', '重点客户'],
    ['重点\u3000客户', '重点客户'],
    ['①', '1'],
  ])('takes %j and %j for one name', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ['A', 'B'],
    ['重点', '重點'],
    ['A+', 'A'],
    ['A-1', 'A1'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
});
