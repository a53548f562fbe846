import { describe, expect, it } from 'vitest';
import { looksLikePersonName } from './person-name.ts';

describe('looksLikePersonName', () => {
  it.each(['王伟', '单田芳', '欧阳娜娜', '司马光', '张经理', '李总', '王厂长', '赵工', '欧阳先生', ' 林立娟 '])(
    '%s is a person',
    (text) => {
      expect(looksLikePersonName(text)).toBe(true);
    },
  );

  it.each([
    '',
    '王',
    '金店',
    '黄山市',
    '高新区',
    '马厂',
    '雅旭科技',
    '立林集团',
    '上海华东石化',
    '杭州王记五金',
    'John Doe',
    '张三13800138000',
    '需要根据拜访',
    '文化传媒',
  ])('%j is no person', (text) => {
    expect(looksLikePersonName(text)).toBe(false);
  });

  it('takes a firm for a person when its name has the shape of one', () => {
    expect(looksLikePersonName('华为')).toBe(true);
  });
});
