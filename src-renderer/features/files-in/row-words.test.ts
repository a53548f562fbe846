import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { ImportCell, ImportRow } from '../../../src-shared/files-in/imports-contract.ts';
import en from '../../text/en.json' with { type: 'json' };
import zhCN from '../../text/zh-CN.json' with { type: 'json' };
import { countedReasons, problemWords } from './problem-words.ts';
import { answerFor } from './row-changes.ts';
import { cellTitle, rowWords } from './row-words.ts';

async function translator(lng: 'zh-CN' | 'en') {
  const i18n = createInstance();
  await i18n.init({
    lng,
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return i18n.t;
}
const t = await translator('zh-CN');

function aCell(field: string, over: Partial<ImportCell> = {}): ImportCell {
  return { field, text: '', mark: null, problem: null, before: null, ...over };
}

function aRow(over: Partial<ImportRow> = {}): ImportRow {
  return {
    row: 5,
    result: 'new',
    cells: [],
    reason: null,
    otherRow: null,
    notices: [],
    matches: [],
    foldsInto: null,
    decision: null,
    ...over,
  };
}

const wang = { id: 'w', name: '王记建材', isInBin: false, reasons: ['same_name'] as const };
const binned = { id: 'b', name: '旧客户', isInBin: true, reasons: ['same_name'] as const };

describe('rowWords', () => {
  it('says nothing of a plain new row', () => {
    expect(rowWords(t, aRow())).toEqual({ text: '', tone: 'quiet' });
  });

  it('names the field and what is wrong with it', () => {
    const cells = [aCell('sinceOn', { text: '2026-02-30', mark: 'error', problem: 'impossible_date' })];
    expect(rowWords(t, aRow({ result: 'error', cells }))).toEqual({ text: '合作起始：日期不存在', tone: 'error' });
  });

  it('is amber while all that is wrong is a question for the column, red as soon as one cell is an error', () => {
    const asked = aCell('sinceOn', { mark: 'question', problem: 'ambiguous_date' });
    const wrong = aCell('email', { mark: 'error', problem: 'not_an_email' });
    expect(rowWords(t, aRow({ result: 'question', cells: [asked] })).tone).toBe('question');
    expect(rowWords(t, aRow({ result: 'error', cells: [asked, wrong] })).tone).toBe('error');
  });

  it.each([
    [aRow({ result: 'skip', reason: 'same_as_row', otherRow: 3 }), '与第 3 行完全相同'],
    [aRow({ reason: 'folded', foldsInto: 2 }), '并入第 2 行，作为另一位联系人'],
    [aRow({ result: 'question', reason: 'may_be_known', matches: [wang] }), '疑似已有“王记建材”'],
    [aRow({ result: 'question', reason: 'may_be_known' }), '疑似已有客户'],
    [aRow({ result: 'update', decision: 'update', matches: [wang] }), '您选了：更新“王记建材”'],
    [aRow({ result: 'skip', reason: 'left_out', decision: 'skip' }), '您选了：不导入'],
    [aRow({ notices: [{ kind: 'unknown_tier', column: 1, text: 'Z' }] }), '没有这个等级，已留空'],
  ])('%#: says why', (row, words) => {
    expect(rowWords(t, row).text).toBe(words);
  });

  it('says what an update would change, two by name and the rest by number', () => {
    const changed = (field: string, before: string | null, text: string) =>
      aCell(field, { before, text, mark: 'changed' });
    const cells = [changed('city', null, '杭州'), changed('district', '余杭区', '西湖区'), changed('note', '旧', '新')];
    expect(rowWords(t, aRow({ result: 'update', cells: cells.slice(0, 1) })).text).toBe('城市由空改为 杭州');
    expect(rowWords(t, aRow({ result: 'update', cells })).text).toBe(
      '城市由空改为 杭州；地区由 余杭区 改为 西湖区 等 3 处',
    );
  });
});

describe('cellTitle', () => {
  it('tells how to mend a wrong cell, what a changed one was, and nothing of a plain one', () => {
    expect(cellTitle(t, aCell('name', { problem: 'required', mark: 'error' }))).toContain('F2');
    expect(cellTitle(t, aCell('city', { before: '杭州', text: '上海', mark: 'changed' }))).toBe(
      '城市由 杭州 改为 上海',
    );
    expect(cellTitle(t, aCell('city', { text: '上海' }))).toBeNull();
  });

  it('does not call a tier blank before, because only that it changes is known', () => {
    expect(cellTitle(t, aCell('tier', { text: 'A', mark: 'changed' }))).toBe('等级改为 A');
  });
});

describe('problemWords', () => {
  it.each(['zh-CN', 'en'] as const)('has a sentence of its own for every reason in %s', async (language) => {
    const words = problemWords(await translator(language));
    expect(Object.keys(words)).toEqual([...countedReasons]);
    expect(Object.values(words).filter((text) => text === '' || text.includes('imports.'))).toEqual([]);
    expect(new Set(Object.values(words)).size).toBe(countedReasons.length);
  });
});

describe('answerFor', () => {
  it.each([
    ['create', [wang], { kind: 'create' }],
    ['skip', [], { kind: 'skip' }],
    ['update', [wang], { kind: 'update', customerId: 'w' }],
    ['update', [wang, binned], { kind: 'update', customerId: 'w' }],
    ['update', [wang, { ...wang, id: 'v' }], null],
    ['update', [binned], null],
    ['update', [], null],
  ] as const)('the answer %s for a row with %j', (kind, matches, decision) => {
    expect(answerFor(aRow({ matches: [...matches] }), kind)).toEqual(decision);
  });
});
