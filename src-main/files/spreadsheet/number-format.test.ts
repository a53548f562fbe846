import { describe, expect, it } from 'vitest';
import { kindOfBuiltInFormat, kindOfFormatCode } from './number-format.ts';

describe('kindOfFormatCode', () => {
  it.each([
    'yyyy-mm-dd',
    'yyyy/m/d;@',
    'yyyy"年"m"月"d"日";@',
    'yyyy年m月d日',
    '[$-804]yyyy"年"m"月"d"日"\\ dddd',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    '[DBNum1][$-804]yyyy"年"m"月"d"日";@',
    'm/d/yy h:mm',
    'mmm-yy',
    'MM',
    'aaaa',
    '[$-411]ggge"年"m"月"d"日"',
    'e/m/d',
    '[Red]d-mmm',
    'dd.mm.yyyy hh:mm:ss.000',
    '[>=44927]yyyy-mm-dd;General',
  ])('%s shows a day', (code) => {
    expect(kindOfFormatCode(code)).toBe('day');
  });

  it.each(['h:mm', 'h:mm:ss AM/PM', '[$-804]上午/下午h"时"mm"分";@', 'mm:ss', 'mm:ss.0', 'h"时"mm"分"ss"秒"', 'A/P h'])(
    '%s shows a time',
    (code) => {
      expect(kindOfFormatCode(code)).toBe('clock');
    },
  );

  it.each(['[h]:mm:ss', '[hh]', '[mm]:ss', '[s]'])('%s shows a length of time', (code) => {
    expect(kindOfFormatCode(code)).toBe('duration');
  });

  it.each([
    'General',
    'GENERAL',
    'G/通用格式',
    'Standard',
    '0',
    '0.00',
    '#,##0.00',
    '0.00E+00',
    '##0.0e+0',
    '@',
    '0%',
    '# ?/?',
    '"day "0',
    '"yyyy-mm-dd"',
    '\\d0',
    '0_d',
    '0*s',
    '¥#,##0.00_);[Red]\\(¥#,##0.00\\)',
    '_ [$¥-804]* #,##0.00_ ;_ [$¥-804]* -#,##0.00_ ;_ [$¥-804]* "-"??_ ;_ @_ ',
    '[$-804]0',
    '[Magenta]0',
    '#,##0 USD',
    '000-0000-0000',
    '0"元";yyyy',
    '"never closed',
    '[never closed',
    '',
    ';;;',
  ])('%s shows a number', (code) => {
    expect(kindOfFormatCode(code)).toBe('number');
  });
});

describe('kindOfBuiltInFormat', () => {
  it.each([
    ['number', [0, 1, 2, 9, 10, 11, 12, 13, 23, 26, 37, 44, 48, 49, 59, 60, 67, 82, 163, 164, -1]],
    ['day', [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58, 71, 74, 77, 81]],
    ['clock', [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56, 75, 76, 78, 80]],
    ['duration', [46]],
  ] as const)('knows the %s formats, those of Chinese and Japanese Excel among them', (kind, ids) => {
    expect(ids.map((id) => [id, kindOfBuiltInFormat(id)])).toEqual(ids.map((id) => [id, kind]));
  });
});
