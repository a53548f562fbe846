import { writeFileSync } from 'node:fs';
import { oleOf } from '../../src-main/files/spreadsheet/testing/ole-writer.ts';
import { xlsxOf } from '../../src-main/files/spreadsheet/testing/xlsx-writer.ts';
import type { TestFolder } from '../journey.ts';

/** 150 MB of nothing that pack into 150 KB. */
function bomb(): Buffer {
  return xlsxOf({ sheets: [{ xml: Buffer.alloc(150 * 1024 * 1024, ' ') }] });
}

/** Files that people drop in good faith, and one that someone made in bad. */
export const refusedFiles = [
  { name: '客户.csv', why: 'csv', write: () => Buffer.from('\ufeff客户名称,电话\r\n张三,13800138000\r\n') },
  { name: '老客户.xls', why: 'old_xls', write: () => oleOf(['Root Entry', 'Workbook']) },
  { name: '加密.xlsx', why: 'password', write: () => oleOf(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']) },
  { name: '空的.xlsx', why: 'empty_file', write: () => Buffer.alloc(0) },
  { name: '炸弹.xlsx', why: 'too_big', write: bomb },
] as const;

export function writeRefused(folder: TestFolder, file: (typeof refusedFiles)[number]): string {
  const path = folder.file(file.name);
  writeFileSync(path, file.write());
  return path;
}
