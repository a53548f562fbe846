import { describe, expect, it } from 'vitest';
import { columnLetters, sheetName, sheetText, textWidth } from './sheet-text.ts';

describe('sheetText', () => {
  it.each([
    ['上海华成机电有限公司', '上海华成机电有限公司'],
    ['A & B <"c">', 'A &amp; B &lt;&quot;c&quot;&gt;'],
    ['_x0041_', '_x005F_x0041_'],
    ['_x005F_x0041_', '_x005F_x005F_x005F_x0041_'],
    ['a_x00e9_b_x00E9_', 'a_x005F_x00e9_b_x005F_x00E9_'],
    ['_x41_ _X0041_ x0041_', '_x41_ _X0041_ x0041_'],
    ['line\nbreak\ttab', 'line\nbreak\ttab'],
    ['a\r\nb', 'a_x000D_\nb'],
    ['bell\u0007', 'bell_x0007_'],
    ['\u0000', '_x0000_'],
    ['\uffff', '_xFFFF_'],
    ['half \ud83d end', 'half \ufffd end'],
    ['\udc00', '\ufffd'],
    ['😀 𠮷', '😀 𠮷'],
    ['', ''],
  ])('%j becomes %j', (text, xml) => expect(sheetText(text)).toBe(xml));

  it('refuses what no cell holds', () => {
    expect(() => sheetText('字'.repeat(32_768))).toThrow(RangeError);
    expect(sheetText('字'.repeat(32_767))).toHaveLength(32_767);
  });
});

describe('sheetName', () => {
  it.each([
    ['客户', '客户'],
    ['客户 2026/3', '客户 2026 3'],
    ["'a'", 'a'],
    ['[]:*?/\\', 'Sheet1'],
    ['', 'Sheet1'],
    ['a'.repeat(40), 'a'.repeat(31)],
  ])('%j becomes %j', (wish, name) => expect(sheetName(wish)).toBe(name));
});

describe('textWidth', () => {
  it.each([
    ['abc', 3],
    ['客户', 4],
    ['客户A', 5],
    ['a\n客户名称\nbb', 8],
    ['，。', 4],
    ['—…', 2],
    ['', 0],
  ])('%j takes %i columns', (text, width) => expect(textWidth(text)).toBe(width));
});

describe('columnLetters', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('column %i is %s', (index, letters) => expect(columnLetters(index)).toBe(letters));
});
