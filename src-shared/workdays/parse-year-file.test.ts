import { describe, expect, it } from 'vitest';
import { parseYearFile } from './parse-year-file.ts';

const published = {
  $schema: 'https://raw.githubusercontent.com/NateScarlet/holiday-cn/master/schema.json',
  year: 2027,
  papers: [],
  days: [
    { name: '元旦', date: '2027-01-01', isOffDay: true },
    { name: '元旦', date: '2026-12-31', isOffDay: true },
    { name: '春节', date: '2027-01-30', isOffDay: false },
  ],
};

describe('parseYearFile', () => {
  it('reads the JSON that holiday-cn publishes, days of the December before included, in order', () => {
    expect(parseYearFile(`\uFEFF${JSON.stringify(published, null, 4)}\n`)).toEqual({
      ok: true,
      value: {
        year: 2027,
        days: [
          { on: '2026-12-31', name: '元旦', isOffDay: true },
          { on: '2027-01-01', name: '元旦', isOffDay: true },
          { on: '2027-01-30', name: '春节', isOffDay: false },
        ],
      },
    });
  });

  it.each([
    ['commas', '2027-01-01,元旦,休\n2027-01-30,春节,班'],
    ['full-width commas and no last line end', '2027-01-01，元旦，休\r\n2027-01-30，春节，班'],
    ['tabs, slashes and single digits', '2027/1/1\t元旦\t放假\n2027/1/30\t春节\t上班\n'],
    ['years in Chinese', '2027年1月1日、元旦、休\n\n2027年1月30日、春节、补班'],
    ['a title and a heading', '节假日安排\n日期,名称,类型\n2027-01-01,元旦,休\n2027-01-30,春节,班'],
    ['quotes and English', '"2027-01-01","元旦","off"\n"2027-01-30","春节","work"'],
  ])('reads lines with %s', (_, text) => {
    expect(parseYearFile(text)).toEqual({
      ok: true,
      value: {
        year: 2027,
        days: [
          { on: '2027-01-01', name: '元旦', isOffDay: true },
          { on: '2027-01-30', name: '春节', isOffDay: false },
        ],
      },
    });
  });

  it.each([
    ['an empty file', '', { kind: 'no_days' }],
    ['words only', '放假通知\n各部门', { kind: 'no_days' }],
    ['JSON of something else', '{"name":"keben"}', { kind: 'not_holidays_json' }],
    ['broken JSON', '{"year":2027,', { kind: 'not_holidays_json' }],
    [
      'JSON with a day that does not exist',
      JSON.stringify({ year: 2027, days: [{ name: '元旦', date: '2027-02-30', isOffDay: true }] }),
      { kind: 'not_holidays_json' },
    ],
    ['JSON without days', '{"year":2027,"days":[]}', { kind: 'no_days' }],
    [
      'a day that does not exist',
      '2027-02-30,春节,休',
      { kind: 'line', line: 1, text: '2027-02-30,春节,休', reason: 'no_such_day' },
    ],
    [
      'a line without 休 or 班',
      '2027-01-01,元旦,休\n2027-01-02,元旦',
      { kind: 'line', line: 2, text: '2027-01-02,元旦', reason: 'no_kind' },
    ],
    ['a line without a name', '2027-01-01,,休', { kind: 'line', line: 1, text: '2027-01-01,,休', reason: 'no_name' }],
    [
      'a date in another order, which is no heading',
      '01/02/2027,元旦,休',
      { kind: 'line', line: 1, text: '01/02/2027,元旦,休', reason: 'no_date' },
    ],
    [
      'words between the days',
      '2027-01-01,元旦,休\n以下待定',
      { kind: 'line', line: 2, text: '以下待定', reason: 'no_date' },
    ],
    ['a day twice', '2027-01-01,元旦,休\n2027-01-01,元旦,班', { kind: 'day_twice', on: '2027-01-01' }],
    [
      'two years in one file',
      '2027-01-01,元旦,休\n2027-10-01,国庆节,休\n2028-10-01,国庆节,休',
      { kind: 'other_year', on: '2028-10-01', year: 2027 },
    ],
    [
      'a year before the built-in ones',
      '1999-10-01,国庆节,休',
      {
        kind: 'year_out_of_range',
        year: 1999,
        from: 2007,
        to: 2100,
      },
    ],
  ])('refuses %s and says why', (_, text, problem) => {
    expect(parseYearFile(text)).toEqual({ ok: false, error: problem });
  });
});
