const longestCell = 32_767;

/** What XML cannot hold at all; SpreadsheetML writes such a character as `_xHHHH_`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for
const unprintable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;
/** Half of a character outside the basic plane, without its other half: it has no UTF-8 form. */
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const looksEscaped = /_(?=x[0-9a-fA-F]{4}_)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for
const needsWork = /[&<>"\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|_x/;

/**
 * Text as a cell holds it, ready for XML text and attributes. A user's literal `_x0041_` gets its underscore escaped,
 * or Excel would show an A. Throws RangeError past Excel's 32,767 characters: nothing is cut in silence.
 */
export function sheetText(text: string): string {
  if (text.length > longestCell)
    throw new RangeError(`a cell of ${text.length} characters; Excel holds ${longestCell}`);
  if (!needsWork.test(text)) return text;
  return text
    .replace(looksEscaped, '_x005F_')
    .replace(unprintable, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(loneSurrogate, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A sheet's name as Excel takes it: none of `[]:*?/\`, no quote at the ends, 1 to 31 characters. */
export function sheetName(wish: string): string {
  const cleaned = wish
    .replace(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim();
  return cleaned === '' ? 'Sheet1' : cleaned;
}

/** Columns that Excel shows the text in: a Chinese character is as wide as two Latin ones. The widest line counts. */
export function textWidth(text: string): number {
  let widest = 0;
  let width = 0;
  for (const char of text) {
    if (char === '\n') {
      width = 0;
      continue;
    }
    const code = char.codePointAt(0) ?? 0;
    width += code >= 0x1100 && !(code >= 0x2000 && code < 0x2e80) ? 2 : 1;
    if (width > widest) widest = width;
  }
  return widest;
}

/** `A`, `Z`, `AA` … of a column counted from 0. */
export function columnLetters(index: number): string {
  const rest = index % 26;
  const letter = String.fromCharCode(65 + rest);
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
