const CAPITAL_A = 0x41;
const DIGIT_0 = 0x30;

/** More than any column or row there is; stops a long run of letters or digits from overflowing. */
export const BEYOND_ANY_CELL = 0x7fffffff;

/** Column of a reference such as `AB12`, from 0; -1 when it begins with no letter. */
export function columnOfReference(bytes: Uint8Array, start: number, end: number): number {
  let column = 0;
  for (let i = start; i < end; i++) {
    const letter = ((bytes[i] ?? 0) & 0xdf) - CAPITAL_A;
    if (letter < 0 || letter > 25) break;
    column = column < 1_000_000 ? column * 26 + letter + 1 : BEYOND_ANY_CELL;
  }
  return column - 1;
}

/** Row of a reference such as `AB12`, from 1; 0 when it has none. */
export function rowOfReference(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end && (bytes[i] ?? 0) > 0x39) i++;
  return Math.max(0, wholeNumberOf(bytes, i, end));
}

/** A whole number written in plain digits; -1 when it is anything else. Never more than BEYOND_ANY_CELL. */
export function wholeNumberOf(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return -1;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] ?? 0) - DIGIT_0;
    if (digit < 0 || digit > 9) return -1;
    value = value < 100_000_000 ? value * 10 + digit : BEYOND_ANY_CELL;
  }
  return value;
}

/** Both ends of `B2:D7` or `B2`, from 1; null when it is no such range. */
export function rangeOfReference(reference: string): {
  firstRow: number;
  firstColumn: number;
  lastRow: number;
  lastColumn: number;
} | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(reference.trim());
  if (match === null) return null;
  const [, firstLetters = '', firstDigits = '', lastLetters = firstLetters, lastDigits = firstDigits] = match;
  return {
    firstRow: Number(firstDigits),
    firstColumn: columnOfLetters(firstLetters),
    lastRow: Number(lastDigits),
    lastColumn: columnOfLetters(lastLetters),
  };
}

function columnOfLetters(letters: string): number {
  const bytes = Buffer.from(letters, 'latin1');
  return columnOfReference(bytes, 0, bytes.length) + 1;
}
