import { describe, expect, it } from 'vitest';
import { paymentMethodOf } from './payment-method-word.ts';

describe('paymentMethodOf', () => {
  it.each([
    ['银行转账', 'transfer'],
    ['转帐', 'transfer'],
    ['对公账户', 'transfer'],
    ['POS 刷卡', 'transfer'],
    ['Wire transfer', 'transfer'],
    ['现金', 'cash'],
    ['ＣＡＳＨ', 'cash'],
    ['微信转账', 'wechat'],
    ['WeChat Pay', 'wechat'],
    ['支付宝转账', 'alipay'],
    ['银行承兑汇票', 'acceptance_bill'],
    ['电子商业汇票', 'acceptance_bill'],
    ['转账支票', 'cheque'],
    ['Check', 'cheque'],
    ['抵账', 'other'],
    ['其它', 'other'],
    ['', null],
    ['老王代收', null],
  ])('takes %j for %j', (text, method) => {
    expect(paymentMethodOf(text)).toBe(method);
  });
});
