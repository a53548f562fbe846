import { describe, expect, it } from 'vitest';
import { isProgramName, maxAttachmentBytes, stagedFileSchema } from './attachment.ts';

describe('isProgramName', () => {
  it.each([
    '报价单.exe',
    'a.exe?',
    '照片.jpg.EXE',
    'setup.msi ',
    'run.bat.',
    'run.bat. . ',
    '合同.pdf.lnk',
    'a.ps1',
    '脚本.vbs',
    'x.JS',
    'tool.jar',
    'screen.scr',
    'page.hta',
    'lib.dll',
    'keys.reg',
    'photo\u202egpj.exe',
  ])('knows %j as a program', (name) => expect(isProgramName(name)).toBe(true));

  it.each([
    '报价单.xlsx',
    '合同.PDF',
    '照片.jpg',
    'exe',
    '.exe说明.txt',
    '说明.exe.txt',
    '没有结尾',
    '',
    '..',
    'a.docx',
    '图纸.dwg',
    '聊天记录.html',
    '压缩.zip',
  ])('takes %j', (name) => expect(isProgramName(name)).toBe(false));
});

describe('stagedFileSchema', () => {
  const staged = { fileName: '合同.pdf', sizeBytes: 1, sha256: 'a'.repeat(64) };
  it.each([
    ['an empty file', { sizeBytes: 0 }],
    ['one that is too large', { sizeBytes: maxAttachmentBytes + 1 }],
    ['a hash that leads out of the folder', { sha256: `../${'a'.repeat(61)}` }],
    ['a hash in capitals', { sha256: 'A'.repeat(64) }],
    ['a program', { fileName: 'a.exe' }],
    ['no name', { fileName: ' ' }],
  ])('refuses %s', (_what, change) => {
    expect(stagedFileSchema.safeParse(staged).success).toBe(true);
    expect(stagedFileSchema.safeParse({ ...staged, ...change }).success).toBe(false);
  });
});
