import { damaged } from './reading-failure.ts';

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Escaped XML text as the text meant. An entity that XML does not know stays as written. */
export function unescapeXml(escaped: string): string {
  if (!escaped.includes('&')) return escaped;
  return escaped.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const codePoint = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
  });
}

/**
 * Undoes the spreadsheet's own escape for characters that XML cannot hold: `_x000D_` is a carriage return,
 * and `_x005F_` an underscore that would otherwise look like the begin of one (ECMA-376 part 1, 22.9.2.19).
 */
export function unescapeSpreadsheetText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes of escaped XML text as a string; line ends become `\n` as XML asks for. Bytes that are no UTF-8 are damage. */
export function decodeXmlText(bytes: Uint8Array, start: number, end: number, part: string): string {
  let escaped: string;
  try {
    escaped = utf8.decode(bytes.subarray(start, end));
  } catch (cause) {
    throw damaged(part, cause);
  }
  return unescapeXml(escaped.includes('\r') ? escaped.replace(/\r\n?/g, '\n') : escaped);
}
