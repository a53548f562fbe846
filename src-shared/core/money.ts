/** Money in whole fen (分, 1/100 yuan). Never a fraction, never a float of yuan. */
export type Fen = number & { readonly __brand: 'Fen' };

export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number of fen`);
  // Safe: just checked. `+ 0` turns -0 into 0, so that equal amounts are also identical.
  return (value + 0) as Fen;
}

/** What a text says as an amount of yuan. `too_precise` carries the amount rounded half away from zero, for the user to accept. */
export type YuanReading =
  | { readonly kind: 'amount'; readonly fen: Fen }
  | { readonly kind: 'too_precise'; readonly roundedFen: Fen }
  | { readonly kind: 'too_large' }
  | { readonly kind: 'not_an_amount' };

/** 15 digits of fen: ten thousand times the yearly sales of any small business, and well inside a safe integer. */
const maxDigits = 15;
const number = /^(?:(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.(\d+))?|\.(\d+))$/;

/**
 * Reads a yuan amount typed by a person or found in a spreadsheet cell: `1234.5`, `¥1,234.50`, `1234.5元`,
 * `1.2万`, `(500)` (domain §10). Digit by digit, so that 1.005 is 1.005 and not the nearest binary fraction.
 */
export function readYuan(text: string): YuanReading {
  const unsigned = takeSign(text.normalize('NFKC').replaceAll('\u2212', '-').trim());
  if (!unsigned) return { kind: 'not_an_amount' };
  const { negative, rest } = unsigned;
  const bare = rest.replace(/(?:元|圆)整?$/, '').trimEnd();
  const unit = /[万亿]$/.exec(bare)?.[0];
  const match = number.exec(unit ? bare.slice(0, -1).trimEnd() : bare);
  if (!match) return { kind: 'not_an_amount' };
  const shift = unit === '亿' ? 10 : unit === '万' ? 6 : 2;
  const whole = (match[1] ?? '').replace(/[, ]/g, '');
  const decimals = (match[2] ?? match[3] ?? '').replace(/0+$/, '');
  const digits = (whole + decimals.slice(0, shift).padEnd(shift, '0')).replace(/^0+(?=\d)/, '');
  if (digits.length > maxDigits) return { kind: 'too_large' };
  const cut = decimals.slice(shift);
  const size = Number(digits) + (cut >= '5' ? 1 : 0);
  const amount = fen(negative ? -size : size);
  return cut === '' ? { kind: 'amount', fen: amount } : { kind: 'too_precise', roundedFen: amount };
}

/** Null when there are two signs, as in `(-5)`. */
function takeSign(text: string): { negative: boolean; rest: string } | null {
  let rest = takeCurrency(text);
  const bracketed = /^\((.*)\)$/.exec(rest);
  if (bracketed) rest = takeCurrency((bracketed[1] ?? '').trim());
  const sign = /^[+-]/.exec(rest)?.[0];
  if (sign && bracketed) return null;
  return { negative: bracketed !== null || sign === '-', rest: sign ? takeCurrency(rest.slice(1).trimStart()) : rest };
}

function takeCurrency(text: string): string {
  return text.replace(/^(?:¥|RMB|CNY|人民币)\s*/i, '');
}

/**
 * Reads a yuan amount like readYuan.
 * Returns null when the text is no amount or has more than 2 decimals left; it never rounds,
 * because a silently changed payment is worse than a refusal.
 */
export function parseYuanToFen(text: string): Fen | null {
  const reading = readYuan(text);
  return reading.kind === 'amount' ? reading.fen : null;
}

/** `1234.50`: plain yuan with two decimals, the form stored in files and read back by parseYuanToFen. */
export function fenToYuanText(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
