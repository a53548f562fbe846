import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { SpreadsheetProblem } from '../../../src-shared/files-in/spreadsheet-problem.ts';
import en from '../../text/en.json' with { type: 'json' };
import zhCN from '../../text/zh-CN.json' with { type: 'json' };
import { spreadsheetProblemText } from './spreadsheet-problem-text.ts';

/** One of each kind: a record, so that a new kind does not compile before it is here. */
const oneOfEach: { readonly [K in SpreadsheetProblem['kind']]: Extract<SpreadsheetProblem, { kind: K }> } = {
  file_missing: { kind: 'file_missing' },
  unreadable: { kind: 'unreadable', code: 'EBUSY' },
  empty_file: { kind: 'empty_file' },
  password: { kind: 'password' },
  old_xls: { kind: 'old_xls' },
  xlsb: { kind: 'xlsb' },
  ods: { kind: 'ods' },
  numbers: { kind: 'numbers' },
  csv: { kind: 'csv' },
  html: { kind: 'html' },
  xml_2003: { kind: 'xml_2003' },
  not_a_spreadsheet: { kind: 'not_a_spreadsheet', looksLike: 'pdf' },
  no_sheet: { kind: 'no_sheet' },
  too_big: { kind: 'too_big', what: 'rows', limit: 1_048_576 },
  damaged: { kind: 'damaged', part: 'xl/worksheets/sheet1.xml' },
  unsafe_xml: { kind: 'unsafe_xml', part: 'xl/workbook.xml' },
  too_slow: { kind: 'too_slow', limitMs: 30_000 },
  too_much_memory: { kind: 'too_much_memory', limitMb: 512 },
  reader_died: { kind: 'reader_died', exitCode: null },
  staging_failed: { kind: 'staging_failed', code: 'ENOSPC' },
  cancelled: { kind: 'cancelled' },
};

async function translator(lng: string) {
  const i18n = createInstance();
  await i18n.init({
    lng,
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return i18n.t;
}

describe('spreadsheetProblemText', () => {
  it.each(['zh-CN', 'en'])('has a whole sentence for every kind in %s', async (language) => {
    const t = await translator(language);
    for (const problem of Object.values(oneOfEach)) {
      const text = spreadsheetProblemText(t, problem);
      expect(text, problem.kind).toMatch(/[。.]$/);
      expect(text, problem.kind).not.toMatch(/imports\.|\{\{|undefined/);
    }
  });

  it('tells the way out of an old .xls: save as .xlsx', async () => {
    expect(spreadsheetProblemText(await translator('zh-CN'), oneOfEach.old_xls)).toContain('“另存为”选 .xlsx');
  });

  it.each([
    [oneOfEach.too_big, '行数超过上限 1,048,576'],
    [{ kind: 'too_big', what: 'total_bytes', limit: 512 * 1024 * 1024 }, '超过上限 512.0 MB'],
    [oneOfEach.too_slow, '30 秒'],
    [oneOfEach.not_a_spreadsheet, '这是PDF 文件'],
    [oneOfEach.unreadable, 'EBUSY'],
  ] as const)('%#: gives the figure that matters', async (problem, words) => {
    expect(spreadsheetProblemText(await translator('zh-CN'), problem)).toContain(words);
  });
});
