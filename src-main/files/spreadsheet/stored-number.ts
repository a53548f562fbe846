const DIGIT_0 = 0x30;
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const SMALL_E = 0x65;
/** Whole numbers of so many digits, and these powers of ten, are exact; hence so is the rounding of their quotient. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/** `[+-]digits[.digits][E[+-]digits]` within the range of numbers; checked on bytes, for half of all cells pass here. */
export function isStoredNumber(bytes: Buffer, start: number, end: number): boolean {
  let i = afterSign(bytes, start);
  const whole = digitsFrom(bytes, i, end);
  i += whole;
  let fraction = 0;
  if (i < end && bytes[i] === POINT) {
    fraction = digitsFrom(bytes, i + 1, end);
    i += 1 + fraction;
  }
  if (whole + fraction === 0) return false;
  if (i === end) return whole <= 300;
  if (((bytes[i] ?? 0) | 0x20) !== SMALL_E) return false;
  i = afterSign(bytes, i + 1);
  const exponent = digitsFrom(bytes, i, end);
  return exponent > 0 && i + exponent === end && Number.isFinite(Number(bytes.toString('latin1', start, end)));
}

/** The number that isStoredNumber() approved. Plain decimals, nearly all there are, never become a string. */
export function numberOfStored(bytes: Buffer, start: number, end: number): number {
  if (end - start > EXACT_DIGITS) return Number(bytes.toString('latin1', start, end));
  let digits = 0;
  let fraction = -1;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === POINT) {
      fraction = 0;
    } else if (byte < DIGIT_0 || byte > DIGIT_0 + 9) {
      return Number(bytes.toString('latin1', start, end));
    } else {
      digits = digits * 10 + byte - DIGIT_0;
      if (fraction >= 0) fraction++;
    }
  }
  return fraction > 0 ? digits / (POWERS_OF_TEN[fraction] ?? Number.NaN) : digits;
}

function afterSign(bytes: Uint8Array, at: number): number {
  return bytes[at] === MINUS || bytes[at] === PLUS ? at + 1 : at;
}

function digitsFrom(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end && (bytes[i] ?? 0) >= DIGIT_0 && (bytes[i] ?? 0) <= DIGIT_0 + 9) i++;
  return i - start;
}
