import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseName } from './normalised-name.ts';

describe('normaliseName', () => {
  it.each([
    ['杭州王记五金有限公司', '杭州王记五金'],
    ['杭州王记五金有限责任公司', '杭州王记五金'],
    ['杭州王记五金股份有限公司', '杭州王记五金'],
    ['杭州王记五金集团有限公司', '杭州王记五金'],
    [' 杭州 王记，五金 有限 公司 ', '杭州王记五金'],
    ['杭州·王记《五金》', '杭州王记五金'],
    ['王记五金商行', '王记五金'],
    ['王记五金经营部', '王记五金'],
    ['李四工作室', '李四'],
    ['红星厂', '红星'],
    ['ＡＢＣ科技', 'abc科技'],
    ['Abc 科技', 'abc科技'],
    ['ABC Co., Ltd.', 'abc'],
    ['ABC Co.,Ltd', 'abc'],
    ['ABC Co.Ltd.', 'abc'],
    ['Alfreds Holdings, Inc.', 'alfredsholdings'],
    ['Beta L.L.C.', 'beta'],
    ['Empresa S.A.', 'empresa'],
    ['Oberflächentechnik GmbH', 'oberflächentechnik'],
    ['Acme Pte. Ltd.', 'acme'],
    ['华强Co.Ltd', '华强'],
    ['华强 Ltd 有限公司', '华强'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
  ])('%s becomes %s', (name, expected) => {
    expect(normaliseName(name)).toBe(expected);
  });

  it('keeps what stands in brackets, so that two cities stay two customers', () => {
    expect(normaliseName('华为(上海)有限公司')).toBe('华为上海');
    expect(normaliseName('华为（上海）有限公司')).toBe(normaliseName('华为上海有限公司'));
    expect(normaliseName('华为(上海)')).not.toBe(normaliseName('华为(北京)'));
    expect(normaliseName('德勤（特殊普通合伙）')).toBe('德勤');
  });

  it.each(['王记有限公司杭州分公司', '红星一分厂', '老王家分店', '三菱电机上海办事处'])(
    'leaves the branch %s whole',
    (name) => {
      expect(normaliseName(name)).toBe(name);
    },
  );

  it.each([
    ['公司', '公司'],
    ['有限公司', '有限公司'],
    ['店', '店'],
    ['集团公司', '集团'],
    ['Co., Ltd.', 'coltd'],
    ['Inc', 'inc'],
    ['***', '***'],
    ['✨', '✨'],
  ])('never strips %s to nothing', (name, expected) => {
    expect(normaliseName(name)).toBe(expected);
  });

  it.each([
    ['Cisco', 'cisco'],
    ['Swag', 'swag'],
    ['Zinc', 'zinc'],
    ['Tabasco Company', 'tabasco'],
    ['Costa', 'costa'],
  ])('takes no legal ending out of the middle of a word: %s', (name, expected) => {
    expect(normaliseName(name)).toBe(expected);
  });

  it('is empty only for a blank name', () => {
    expect(normaliseName(' \u3000\n')).toBe('');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        fc.pre(name.normalize('NFKC').trim() !== '');
        expect(normaliseName(name)).not.toBe('');
      }),
    );
  });

  it('does not see spaces, punctuation or brackets put into a Chinese name', () => {
    const han = fc.constantFrom(...'杭州王记五金上海华为电子科技分店厂公司有限集团');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(han, fc.constantFrom('', '', ' ', '·', '-', '（', '）', '\u3000')), {
          minLength: 1,
          maxLength: 14,
        }),
        (parts) => {
          const plain = parts.map(([character]) => character).join('');
          const noisy = parts.map((part) => part.join('')).join('');
          expect(normaliseName(noisy)).toBe(normaliseName(plain));
        },
      ),
    );
  });
});
