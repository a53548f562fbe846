import type { PaymentMethod } from '../payments/payment.ts';

/** In this order: 银行承兑汇票 is a bill, 转账支票 a cheque, and 微信转账 no bank's. */
const words: readonly (readonly [method: PaymentMethod, pattern: RegExp])[] = [
  ['acceptance_bill', /承兑|汇票|票据|银承|商承|bill/iu],
  ['cheque', /支票|cheque|check/iu],
  ['wechat', /微信|财付通|wechat|weixin/iu],
  ['alipay', /支付宝|花呗|alipay/iu],
  ['cash', /现金|现钞|现付|cash/iu],
  ['transfer', /银行|转账|转帐|汇款|电汇|网银|对公|公户|存款|打款|刷卡|pos|transfer|wire|bank|remit/iu],
  ['other', /其他|其它|抵账|抵帐|对冲|other/iu],
];

/** The way of paying that a sheet's word means; null: none that the book knows. */
export function paymentMethodOf(text: string): PaymentMethod | null {
  return words.find(([, pattern]) => pattern.test(text.normalize('NFKC')))?.[0] ?? null;
}
