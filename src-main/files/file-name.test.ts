import { describe, expect, it } from 'vitest';
import { attachedName, calendarFileName, fileNameOnDisk, workbookFileName } from './file-name.ts';

describe('workbookFileName', () => {
  it.each([
    ['客户 2026-03-05', '客户 2026-03-05.xlsx'],
    ['客户.xlsx', '客户.xlsx'],
    ['客户.XLSX', '客户.xlsx'],
    ['../../etc/passwd', '.. .. etc passwd.xlsx'],
    ['C:\\Windows\\a', 'C Windows a.xlsx'],
    ['A级: 重点?*', 'A级  重点.xlsx'],
    ['a...', 'a.xlsx'],
    ['NUL', 'Keben NUL.xlsx'],
    ['con.xlsx', 'Keben con.xlsx'],
    ['contact', 'contact.xlsx'],
    ['', 'Keben.xlsx'],
    ['///', 'Keben.xlsx'],
    ['长'.repeat(200), `${'长'.repeat(120)}.xlsx`],
  ])('%j becomes %j', (proposed, name) => expect(workbookFileName(proposed)).toBe(name));
});

describe('attachedName', () => {
  it.each([
    ['合同（终稿）.pdf', '合同（终稿）.pdf'],
    [' 报价.xlsx ', '报价.xlsx'],
    ['cafe\u0301.pdf', 'café.pdf'],
    ['照片\u202egpj.exe', '照片gpj.exe'],
    ['a\u0007b.txt', 'ab.txt'],
    ['\u0001', 'file'],
    [`${'长'.repeat(300)}.docx`, `${'长'.repeat(195)}.docx`],
  ])('%j becomes %j', (given, name) => expect(attachedName(given)).toBe(name));
});

describe('fileNameOnDisk', () => {
  it.each([
    ['合同.pdf', '合同.pdf'],
    ['报价 3/5: A|B?.xlsx', '报价 3 5  A B .xlsx'],
    ['../../etc/passwd', 'Keben .. .. etc passwd'],
    ['a.txt:b.exe', 'a.txt b.exe'],
    ['nul.txt', 'Keben nul.txt'],
    ['.bashrc', 'Keben .bashrc'],
    ['a.pdf. .', 'a.pdf'],
    ['...', 'Keben'],
    [`${'长'.repeat(200)}.pdf`, `${'长'.repeat(65)}.pdf`],
    ['长'.repeat(200), '长'.repeat(66)],
  ])('%j becomes %j', (given, name) => {
    expect(fileNameOnDisk(given)).toBe(name);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  });
});

describe('calendarFileName', () => {
  it.each([
    ['拜访 2026年3月', '拜访 2026年3月.ics'],
    ['拜访.ICS', '拜访.ics'],
    ['拜访.xlsx', '拜访.xlsx.ics'],
    ['a/b:c', 'a b c.ics'],
    ['', 'Keben.ics'],
  ])('%j becomes %j', (proposed, name) => expect(calendarFileName(proposed)).toBe(name));
});
