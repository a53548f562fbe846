import { describe, expect, it } from 'vitest';
import { oleOf } from './testing/ole-writer.ts';
import { problemOf } from './testing/read-back.ts';
import { partsOf, relationships, xlsxOf } from './testing/xlsx-writer.ts';
import { zipOf } from './testing/zip-writer.ts';

const word = zipOf([
  { name: '_rels/.rels', data: relationships([['rId1', 'officeDocument', 'word/document.xml']]) },
  { name: 'word/document.xml', data: '<document/>' },
]);

describe('a file that is no workbook', () => {
  it.each<[string, Buffer | string, object | string]>([
    ['nothing', '', { kind: 'empty_file' }],
    ['an old .xls', oleOf(['Root Entry', 'Workbook', '\u0005SummaryInformation']), { kind: 'old_xls' }],
    ['an .xls of Excel 95', oleOf(['Root Entry', 'Book']), { kind: 'old_xls' }],
    ['an .xls of Excel 4', Buffer.from('0904060000001000', 'hex'), { kind: 'old_xls' }],
    [
      'a workbook behind a password',
      oleOf(['Root Entry', '\u0006DataSpaces', 'Version', 'DataSpaceMap', 'EncryptionInfo', 'EncryptedPackage']),
      { kind: 'password' },
    ],
    ['an old .doc', oleOf(['Root Entry', 'WordDocument']), { kind: 'not_a_spreadsheet', looksLike: 'word' }],
    [
      'a broken container',
      oleOf(['Root Entry', 'Workbook']).subarray(0, 600),
      { kind: 'not_a_spreadsheet', looksLike: 'unknown' },
    ],
    ['a .docx', word, { kind: 'not_a_spreadsheet', looksLike: 'word' }],
    [
      'an .ods',
      zipOf([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true },
        { name: 'content.xml', data: '<x/>' },
      ]),
      { kind: 'ods' },
    ],
    [
      'an .xlsb',
      zipOf([
        { name: '_rels/.rels', data: relationships([['rId1', 'officeDocument', 'xl/workbook.bin']]) },
        { name: 'xl/workbook.bin', data: 'x' },
      ]),
      { kind: 'xlsb' },
    ],
    ['a Numbers file', zipOf([{ name: 'Index/Document.iwa', data: 'x' }]), { kind: 'numbers' }],
    ['photos in a zip', zipOf([{ name: 'a.jpg', data: 'x' }]), { kind: 'not_a_spreadsheet', looksLike: 'archive' }],
    ['an empty zip', zipOf([]), { kind: 'not_a_spreadsheet', looksLike: 'archive' }],
    [
      'a workbook without its main part',
      zipOf(partsOf({ sheets: [{}] }).filter(({ name }) => name !== 'xl/workbook.xml')),
      { kind: 'damaged', part: 'xl/workbook.xml' },
    ],
    ['a workbook without sheets', xlsxOf({ sheets: [] }), { kind: 'no_sheet' }],
    [
      'a web page',
      '<html xmlns:o="urn:schemas-microsoft-com:office:office"><table><tr><td>张三</td></tr></table></html>',
      { kind: 'html' },
    ],
    ['a web page with a doctype', '\ufeff\r\n<!DOCTYPE html><html/>', { kind: 'html' }],
    [
      'XML Spreadsheet 2003',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      { kind: 'xml_2003' },
    ],
    ['a CSV', '客户名称,电话\r\n张三,13800138000\r\n', { kind: 'csv' }],
    ['a CSV in GBK', Buffer.from('bfcdbba7c3fbb3c62cb5e7bbb00d0a', 'hex'), { kind: 'csv' }],
    ['a CSV in UTF-16 with tabs', Buffer.from('\ufeff客户\t电话\r\n', 'utf16le'), { kind: 'csv' }],
    ['plain text', '客户名单见附件', { kind: 'not_a_spreadsheet', looksLike: 'text' }],
    ['a card', 'BEGIN:VCARD\r\nFN:张三', { kind: 'not_a_spreadsheet', looksLike: 'vcard' }],
    ['a calendar', 'BEGIN:VCALENDAR\r\n', { kind: 'not_a_spreadsheet', looksLike: 'calendar' }],
    ['JSON', '[{"name":"张三"}]', { kind: 'not_a_spreadsheet', looksLike: 'json' }],
    ['a PDF', '%PDF-1.7\n', { kind: 'not_a_spreadsheet', looksLike: 'pdf' }],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), { kind: 'not_a_spreadsheet', looksLike: 'image' }],
    ['a database', 'SQLite format 3\0', { kind: 'not_a_spreadsheet', looksLike: 'database' }],
    ['noise', Buffer.from([1, 0, 2, 0, 3]), { kind: 'not_a_spreadsheet', looksLike: 'unknown' }],
  ])('is known for what it is, whatever its name says: %s', async (_what, content, problem) => {
    expect(await problemOf(content)).toEqual(problem);
  });

  it('with macros is read like any other', async () => {
    expect(await problemOf(xlsxOf({ sheets: [{}], parts: { 'xl/vbaProject.bin': 'x' } }))).toBe('no problem');
  });
});
