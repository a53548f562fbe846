import { describe, expect, it } from 'vitest';
import { workbookFileName } from './file-name.ts';

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
