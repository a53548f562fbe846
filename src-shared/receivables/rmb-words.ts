import type { Fen } from '../core/money.ts';

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const places = ['', '拾', '佰', '仟'] as const;
/** A group of four digits each; 10^15 fen is 10 万亿, so 万亿 is the highest that a Fen of this app reaches. */
const groups = ['', '万', '亿', '万亿', '亿亿'] as const;

/**
 * An amount in 人民币大写, as Chinese law wants it beside the figures of a bill (支付结算办法, appendix 1): zeros between
 * digits are said once, an amount without 分 ends in 整, and one below nothing begins with 负.
 */
export function rmbWords(amount: Fen): string {
  const size = Math.abs(amount);
  if (size === 0) return '零元整';
  const yuan = wholeYuan(Math.floor(size / 100));
  const jiao = Math.floor(size / 10) % 10;
  const cent = size % 10;
  return `${amount < 0 ? '负' : ''}${yuan}${smallChange(jiao, cent, size >= 100)}`;
}

function smallChange(jiao: number, cent: number, hasYuan: boolean): string {
  const said = `${jiao === 0 ? '' : `${digits[jiao]}角`}${cent === 0 ? '' : `${digits[cent]}分`}`;
  if (said === '') return '整';
  // 壹元零伍分: between yuan and fen the jiao that is missing is said.
  const gap = jiao === 0 && hasYuan ? '零' : '';
  return `${gap}${said}${cent === 0 ? '整' : ''}`;
}

/** With 元 at its end; empty for nothing. */
function wholeYuan(yuan: number): string {
  if (yuan === 0) return '';
  const text = String(yuan);
  let said = '';
  let hasZero = false;
  let groupHasDigit = false;
  for (const [index, character] of [...text].entries()) {
    const place = text.length - 1 - index;
    const digit = Number(character);
    if (digit === 0) {
      hasZero = said !== '';
    } else {
      said += `${hasZero ? digits[0] : ''}${digits[digit]}${places[place % 4]}`;
      hasZero = false;
      groupHasDigit = true;
    }
    if (place % 4 === 0) {
      if (groupHasDigit) said += groupName(place / 4, text.slice(0, index + 1));
      groupHasDigit = false;
    }
  }
  return `${said}元`;
}

/** 万亿 is said as 万 where digits of 亿 follow it, so that 亿 stands once: see the tests. */
function groupName(group: number, _upTo: string): string {
  return groups[group] ?? '';
}
