import { type Fen, fen, fenToYuanText, readYuan } from '../../src-shared/core/money.ts';

/** `¥1,234.50`, below zero `-¥1,234.50`. */
export function moneyText(amount: Fen): string {
  const [yuan = '0', rest = '00'] = fenToYuanText(fen(Math.abs(amount))).split('.');
  return `${amount < 0 ? '-' : ''}¥${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}

/** For a field that a person goes on typing in: `1234.50`. */
export function typedMoney(amount: Fen): string {
  return fenToYuanText(amount);
}

export type AmountProblem = 'not_an_amount' | 'too_precise' | 'too_large' | 'not_positive';

/** What a person typed as an amount of money that changes hands: more than nothing. */
export type TypedAmount =
  | { readonly kind: 'empty' }
  | { readonly kind: 'amount'; readonly fen: Fen }
  | { readonly kind: 'problem'; readonly problem: AmountProblem };

/** Reads what readYuan reads (`1,234.5`, `￥800元`, `1.2万`); nothing is rounded, and nothing below a fen is let pass. */
export function readTypedAmount(text: string): TypedAmount {
  if (text.trim() === '') return { kind: 'empty' };
  const reading = readYuan(text);
  if (reading.kind !== 'amount') return { kind: 'problem', problem: reading.kind };
  return reading.fen > 0 ? reading : { kind: 'problem', problem: 'not_positive' };
}
