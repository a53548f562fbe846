import { type Fen, fen } from '../core/money.ts';
import type { PaymentGrade } from '../payments/payment-record.ts';

/** 给予优惠, 适当优惠, 按常规条件, 按同行条件并收紧付款, 停止赊销与新合同, and too little known. */
export const termsAdvices = [
  'preferential',
  'preferential_small',
  'standard',
  'industry_standard_strict',
  'stop',
  'insufficient_history',
] as const;
export type TermsAdvice = (typeof termsAdvices)[number];

/** 交易条件 that go with an advice; defaults of domain §3. */
export interface TradingTerms {
  /** Basis points off the price. */
  readonly discountBp: number;
  readonly creditDays: number;
  readonly creditLimitFen: Fen;
  /** Basis points of the order paid before it is delivered. */
  readonly depositBp: number;
}

const byRecord: Readonly<Record<'key' | 'small', Readonly<Record<PaymentGrade, TermsAdvice>>>> = {
  key: {
    good: 'preferential',
    fair: 'standard',
    poor: 'industry_standard_strict',
    unknown: 'insufficient_history',
  },
  small: { good: 'preferential_small', fair: 'standard', poor: 'stop', unknown: 'insufficient_history' },
};

/**
 * 交易条件建议: the matrix of domain §3. `isKeyTier`: the customer's tier is marked key; all others, and 未分级, are small.
 * Advice only: nothing of it is ever applied without a person.
 */
export function termsAdvice(isKeyTier: boolean, grade: PaymentGrade): TermsAdvice {
  return byRecord[isKeyTier ? 'key' : 'small'][grade];
}

export const defaultTradingTerms: Readonly<Record<TermsAdvice, TradingTerms>> = {
  preferential: { discountBp: 1_000, creditDays: 60, creditLimitFen: fen(20_000_000), depositBp: 0 },
  preferential_small: { discountBp: 500, creditDays: 30, creditLimitFen: fen(2_000_000), depositBp: 0 },
  standard: { discountBp: 300, creditDays: 30, creditLimitFen: fen(5_000_000), depositBp: 0 },
  industry_standard_strict: { discountBp: 0, creditDays: 15, creditLimitFen: fen(5_000_000), depositBp: 3_000 },
  insufficient_history: { discountBp: 0, creditDays: 0, creditLimitFen: fen(0), depositBp: 3_000 },
  stop: { discountBp: 0, creditDays: 0, creditLimitFen: fen(0), depositBp: 10_000 },
};
