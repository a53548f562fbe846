import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from '../core/money.ts';
import { rmbWords } from './rmb-words.ts';

describe('rmbWords', () => {
  it.each([
    [0, '零元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [5_05, '伍元零伍分'],
    [5_50, '伍元伍角整'],
    [10_00, '壹拾元整'],
    [1_234_56, '壹仟贰佰叁拾肆元伍角陆分'],
    // The four examples of the rule itself.
    [1_409_50, '壹仟肆佰零玖元伍角整'],
    [6_007_14, '陆仟零柒元壹角肆分'],
    [1_680_32, '壹仟陆佰捌拾元叁角贰分'],
    [107_000_53, '壹拾万柒仟元伍角叁分'],
    [16_409_02, '壹万陆仟肆佰零玖元零贰分'],
    [325_04, '叁佰贰拾伍元零肆分'],
    [45_730_00, '肆万伍仟柒佰叁拾元整'],
    [10_001_00, '壹万零壹元整'],
    [100_100_00, '壹拾万零壹佰元整'],
    [1_000_000_00, '壹佰万元整'],
    [10_000_001_00, '壹仟万零壹元整'],
    [100_000_000_00, '壹亿元整'],
    [100_010_000_00, '壹亿零壹万元整'],
    [1_000_000_010_00, '壹拾亿零壹拾元整'],
    [9_999_999_999_999_99, '玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    [-1_200_30, '负壹仟贰佰元叁角整'],
    [-7, '负柒分'],
  ])('%i fen: %s', (amount, words) => {
    expect(rmbWords(fen(amount))).toBe(words);
  });

  it('can be read back to the same amount, and never says two zeros in a row', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (amount) => {
        const words = rmbWords(fen(amount));
        expect(readBack(words)).toBe(amount);
        if (amount !== 0) expect(words).not.toMatch(/零零|零[元拾佰仟万亿角分整]|^负?零/);
      }),
      { numRuns: 2_000 },
    );
  });
});

const value: Readonly<Record<string, number>> = {
  零: 0,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const small: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1_000 };

/** Reads from left to right, as a teller does; written apart from the rule it checks. */
function readBack(words: string): number {
  let [billions, tenThousands, ones, digit, change] = [0, 0, 0, 0, 0];
  for (const character of words.replace(/^负/, '').replace(/整$/, '')) {
    const known = value[character];
    const unit = small[character];
    if (known !== undefined) {
      digit = known;
      continue;
    }
    if (unit !== undefined) ones += digit * unit;
    else if (character === '万') [tenThousands, ones] = [(ones + digit) * 10_000, 0];
    else if (character === '亿') [billions, tenThousands, ones] = [(tenThousands + ones + digit) * 1e8, 0, 0];
    else if (character === '元') ones += digit;
    else change += digit * (character === '角' ? 10 : 1);
    digit = 0;
  }
  const size = (billions + tenThousands + ones) * 100 + change;
  return words.startsWith('负') ? -size : size;
}
