import { decodeXmlText, unescapeSpreadsheetText } from './xml-text.ts';

/** Bytes that a line (row-lines.ts) cannot take as they stand in the XML: entities, line ends, tabs, backslashes. */
const NEEDS_WORK = new Uint8Array(256);
for (const char of '&\r\n\t\\') NEEDS_WORK[char.charCodeAt(0)] = 1;
const UNDERSCORE = 0x5f;
const SMALL_X = 0x78;

/** Whether escaped XML text is, byte for byte, also its line text. True for nearly every text, hence worth asking. */
export function isCopiedAsIs(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (NEEDS_WORK[byte] === 1 || (byte === UNDERSCORE && bytes[i + 1] === SMALL_X)) return false;
  }
  return true;
}

/**
 * Escaped XML text as line text. Old Mac and web exports write line breaks as `_x000D_` and a line feed;
 * the pair is one break. `part` is named when the bytes are no UTF-8.
 */
export function toLineText(bytes: Uint8Array, start: number, end: number, part: string): Buffer {
  const text = unescapeSpreadsheetText(decodeXmlText(bytes, start, end, part));
  return Buffer.from(text.replaceAll('\r\n', '\n').replace(/[\\\t\n]/g, escapeForLine), 'utf8');
}

function escapeForLine(char: string): string {
  if (char === '\t') return '\\t';
  return char === '\n' ? '\\n' : '\\\\';
}

/** The text that a line text stands for. */
export function fromLineText(lineText: string): string {
  if (!lineText.includes('\\')) return lineText;
  return lineText.replace(/\\([tn\\])/g, (_pair, letter: string) => {
    if (letter === 't') return '\t';
    return letter === 'n' ? '\n' : '\\';
  });
}
