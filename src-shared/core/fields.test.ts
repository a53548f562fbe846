import { describe, expect, it } from 'vitest';
import { optionalLines, optionalText, requiredLines, requiredText } from './fields.ts';

const problems = (outcome: { readonly error?: { readonly issues: readonly { readonly message: string }[] } }) =>
  outcome.error?.issues.map(({ message }) => message);

describe('requiredText', () => {
  it.each([
    ['a name as it is', '华为(上海)', '华为(上海)'],
    ['spaces around it', ' 王记五金　', '王记五金'],
    ['a NUL before it, where SQLite takes the text for empty', '\u0000王记', '王记'],
    ['control characters within it', '王\u0007记\u001b[31m\u007f', '王记[31m'],
    ['lines pasted into one field', '王记\r\n五金\t店', '王记 五金 店'],
    ['half a character', '王\ud800', '王\ufffd'],
    ['characters beyond the first plane', '𠮷野家👍', '𠮷野家👍'],
  ])('takes %s', (_, typed, kept) => {
    expect(requiredText(20).parse(typed)).toBe(kept);
  });

  it.each(['', ' ', '\u0000', '\u0000\u0001 \n', '\t', '\u200b\u202e\ufeff'])(
    'refuses %j: nothing that can be read is left',
    (typed) => {
      expect(problems(requiredText(20).safeParse(typed))).toEqual(['required']);
    },
  );

  it('counts what is left', () => {
    expect(requiredText(2).safeParse(' \u0000王记\u0000 ').success).toBe(true);
    expect(problems(requiredText(2).safeParse('王记店'))).toEqual(['too_long']);
  });
});

describe('requiredLines', () => {
  it('keeps the lines and drops what no hand can type', () => {
    expect(requiredLines(100).parse(' 问价\r\n\t嫌贵\u0000\r明天再来\n')).toBe('问价\n\t嫌贵\n明天再来');
  });

  it('refuses empty lines', () => {
    expect(problems(requiredLines(100).safeParse('\n\u0000\n'))).toEqual(['required']);
  });
});

describe('optionalText and optionalLines', () => {
  it.each(['', ' ', '\u0000', '\u0008\n', null])('make nothing of %j', (typed) => {
    expect(optionalText(20).parse(typed)).toBeNull();
    expect(optionalLines(20).parse(typed)).toBeNull();
  });

  it('differ in line breaks', () => {
    expect(optionalText(20).parse('杭州\n西湖')).toBe('杭州 西湖');
    expect(optionalLines(20).parse('杭州\n西湖')).toBe('杭州\n西湖');
  });
});
