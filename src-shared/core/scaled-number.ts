/** What a text says as a number that is kept whole in a smaller unit: a price in 1/10,000 yuan, a percentage in basis points. */
export type ScaledReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'problem'; readonly problem: 'not_a_number' | 'too_precise' | 'too_large' };

const number = /^(-?)(?:(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?|\.(\d+))$/;
const maxDigits = 15;

/**
 * Reads `1,234.5`, `￥8.50`, `12%` as whole units of 10^-decimals, digit by digit: 1.005 is 1.005 and nothing near it. More
 * decimals than that are refused, never rounded; zeros at the end say nothing and are let pass.
 */
export function readScaled(text: string, decimals: number): ScaledReading {
  const bare = text
    .normalize('NFKC')
    .replaceAll('\u2212', '-')
    .replace(/^\s*¥/, '')
    .replace(/[%元]\s*$/, '')
    .trim();
  if (text.trim() === '') return { kind: 'empty' };
  const match = number.exec(bare);
  if (!match) return { kind: 'problem', problem: 'not_a_number' };
  const whole = (match[2] ?? '').replaceAll(',', '');
  const rest = (match[3] ?? match[4] ?? '').replace(/0+$/, '');
  if (rest.length > decimals) return { kind: 'problem', problem: 'too_precise' };
  const digits = (whole + rest.padEnd(decimals, '0')).replace(/^0+(?=\d)/, '');
  if (digits.length > maxDigits) return { kind: 'problem', problem: 'too_large' };
  const size = Number(digits);
  return { kind: 'number', value: match[1] === '-' && size !== 0 ? -size : size };
}

/** `8.5` for 85,000 of four decimals: no more decimals than needed, and none of `atLeast` left out. */
export function scaledText(value: number, decimals: number, atLeast = 0): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const whole = decimals === 0 ? digits : digits.slice(0, -decimals);
  const rest = decimals === 0 ? '' : digits.slice(-decimals).replace(/0+$/, '').padEnd(atLeast, '0');
  return `${value < 0 ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}
