import { isUtf8 } from 'node:buffer';
import { readSync } from 'node:fs';
import type { LooksLike, SpreadsheetProblem } from '../../../src-shared/files-in/spreadsheet-problem.ts';
import { oleDirectoryNames } from './ole-directory.ts';

const HEAD_BYTES = 4096;

const SIGNATURES: readonly (readonly [hex: string, looksLike: LooksLike])[] = [
  ['25504446', 'pdf'],
  ['89504e470d0a1a0a', 'image'],
  ['ffd8ff', 'image'],
  ['47494638', 'image'],
  ['424d', 'image'],
  ['7b5c727466', 'rtf'],
  ['1f8b', 'archive'],
  ['377abcaf271c', 'archive'],
  ['526172211a07', 'archive'],
  ['53514c69746520666f726d6174203300', 'database'],
];

/**
 * What kind of file this is, by its content alone: endings lie (a web page saved as .xls, a CSV named .xlsx).
 * Null when it is a zip, which may be a workbook; otherwise the reason why it is not read.
 */
export function recogniseFile(fd: number): SpreadsheetProblem | null {
  const buffer = Buffer.alloc(HEAD_BYTES);
  const head = buffer.subarray(0, readSync(fd, buffer, 0, HEAD_BYTES, 0));
  if (head.length === 0) return { kind: 'empty_file' };
  const hex = head.toString('hex', 0, 16);
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return null;
  if (hex.startsWith('d0cf11e0a1b11ae1')) return recogniseOle(fd);
  // BIFF 2, 3, 4 and a bare BIFF 5 stream begin with their BOF record.
  if (/^09(00|02|04|08)(04|06|08|10)00/.test(hex)) return { kind: 'old_xls' };
  const known = SIGNATURES.find(([signature]) => hex.startsWith(signature));
  if (known !== undefined) return { kind: 'not_a_spreadsheet', looksLike: known[1] };
  const text = textOf(head);
  return text === null ? { kind: 'not_a_spreadsheet', looksLike: 'unknown' } : recogniseText(text);
}

function recogniseOle(fd: number): SpreadsheetProblem {
  const names = oleDirectoryNames(fd);
  if (names.includes('EncryptedPackage')) return { kind: 'password' };
  if (names.includes('Workbook') || names.includes('Book') || names.includes('WORKBOOK')) return { kind: 'old_xls' };
  if (names.includes('WordDocument')) return { kind: 'not_a_spreadsheet', looksLike: 'word' };
  if (names.includes('PowerPoint Document')) return { kind: 'not_a_spreadsheet', looksLike: 'powerpoint' };
  return { kind: 'not_a_spreadsheet', looksLike: 'unknown' };
}

/** The begin of a text file in whatever of the usual encodings, good enough to look at; null when it is binary. */
function textOf(head: Buffer): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return head.subarray(2).toString('utf16le');
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  if (head.includes(0)) return null;
  // The head may end inside a character, and GBK is no UTF-8: for markers and separators either reading serves.
  return isUtf8(head) ? head.toString('utf8').replace(/^\ufeff/, '') : head.toString('latin1');
}

function recogniseText(text: string): SpreadsheetProblem {
  const start = text.trimStart().slice(0, 2000).toLowerCase();
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) return { kind: 'xml_2003' };
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body|table|meta)\b/.test(start)) {
    return { kind: 'html' };
  }
  if (start.startsWith('begin:vcard')) return { kind: 'not_a_spreadsheet', looksLike: 'vcard' };
  if (start.startsWith('begin:vcalendar')) return { kind: 'not_a_spreadsheet', looksLike: 'calendar' };
  if (/^[[{]/.test(start) && /["\]}]/.test(start)) return { kind: 'not_a_spreadsheet', looksLike: 'json' };
  const firstLine = text.trimStart().split(/\r\n|\r|\n/, 1)[0] ?? '';
  if (!start.startsWith('<') && /[,;\t|，；]/.test(firstLine)) return { kind: 'csv' };
  return { kind: 'not_a_spreadsheet', looksLike: 'text' };
}
