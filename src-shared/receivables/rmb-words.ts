import type { Fen } from '../core/money.ts';

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
/** From the greatest; what stands before 亿 or 万 is a number of its own. */
const units = [
  { size: 100_000_000, name: '亿' },
  { size: 10_000, name: '万' },
  { size: 1_000, name: '仟' },
  { size: 100, name: '佰' },
  { size: 10, name: '拾' },
] as const;

/**
 * An amount in 人民币大写, as the People's Bank wants it beside the figures of a bill (支付结算办法, appendix 1): a gap of
 * zeros is said as one 零, 元 or 角 at the end is followed by 整, and what is below nothing begins with 负.
 */
export function rmbWords(amount: Fen): string {
  const size = Math.abs(amount);
  const yuan = Math.floor(size / 100);
  const jiao = Math.floor(size / 10) % 10;
  const cent = size % 10;
  const whole = yuan > 0 || size === 0 ? `${wholeWords(yuan)}元` : '';
  const gap = yuan > 0 && jiao === 0 && cent > 0 ? digits[0] : '';
  const change = `${jiao > 0 ? `${digits[jiao]}角` : ''}${cent > 0 ? `${digits[cent]}分` : ''}`;
  return `${amount < 0 ? '负' : ''}${whole}${gap}${change}${cent > 0 ? '' : '整'}`;
}

/** A whole number of 0 or more. */
function wholeWords(number: number): string {
  const unit = units.find(({ size }) => number >= size);
  if (!unit) return digits[number] ?? '';
  const rest = number % unit.size;
  const gap = rest > 0 && rest < unit.size / 10 ? digits[0] : '';
  return `${wholeWords(Math.floor(number / unit.size))}${unit.name}${gap}${rest > 0 ? wholeWords(rest) : ''}`;
}
