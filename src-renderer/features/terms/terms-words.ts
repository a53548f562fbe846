import type { TFunction } from 'i18next';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import type { PaymentReason, PaymentRecord, PaymentRecordRules } from '../../../src-shared/payments/payment-record.ts';
import type { CreditTerms } from '../../../src-shared/receivables/credit-terms.ts';
import type { TradingTerms } from '../../../src-shared/terms/terms-advice.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';

/** `¥80,000`: limits are set in whole yuan, and two zeros behind each hide that. */
export function roundMoneyText(amount: Fen): string {
  return moneyText(amount).replace(/\.00$/, '');
}

/** `10`, `2.5`: percent of so many basis points. */
export function percentText(basisPoints: number): string {
  return String(basisPoints / 100);
}

/** 近 24 个月到期 21 笔，准时金额占 97%，加权平均迟 0.4 天. A share is cut, never rounded up over a threshold. */
export function recordText(t: TFunction, record: PaymentRecord, windowMonths: number): string {
  const { cameDue, onTimePercent, meanDaysLate } = record;
  return t('terms.figures', {
    months: windowMonths,
    count: cameDue,
    shown: countText(cameDue),
    onTime: onTimePercent === null ? '—' : `${Math.floor(onTimePercent)}%`,
    late: meanDaysLate === null ? '—' : String(Math.round(meanDaysLate * 10) / 10),
  });
}

/** Why the grade is what it is, with the threshold that says so. */
export function reasonText(t: TFunction, reason: PaymentReason, rules: PaymentRecordRules): string {
  switch (reason.code) {
    case 'overdue_long':
      return t('terms.reason.overdue_long', { count: reason.days });
    case 'late_on_average':
      return t('terms.reason.late_on_average', { count: rules.poorMeanDaysLate });
    case 'seldom_on_time':
      return t('terms.reason.seldom_on_time', { percent: rules.poorOnTimePercent, count: rules.poorShareMeanDaysLate });
    case 'few_due':
      return t('terms.reason.few_due', { count: rules.fewestDue });
    case 'on_time':
      return t('terms.reason.on_time', { percent: rules.goodOnTimePercent, count: rules.goodOverdueDays });
    case 'write_off':
    case 'between':
      return t(`terms.reason.${reason.code}`);
  }
}

export interface ShownTerms {
  readonly discountBp: number;
  readonly credit: CreditTerms;
  readonly creditLimitFen: number;
  readonly depositBp: number;
}

export function advisedTerms({ creditDays, ...terms }: TradingTerms): ShownTerms {
  return { ...terms, credit: { kind: 'days', days: creditDays } };
}

/** 优惠 10%，账期 60 天，额度 ¥200,000; what is nothing is left out, except that there is no credit. */
export function termsText(t: TFunction, terms: ShownTerms): string {
  const { discountBp, credit, creditLimitFen, depositBp } = terms;
  const hasCredit = creditLimitFen > 0 || credit.days > 0 || credit.kind === 'month_end';
  const parts = [
    discountBp > 0 ? t('terms.part.discount', { percent: percentText(discountBp) }) : null,
    hasCredit ? t(`terms.part.${credit.kind}`, { count: credit.days }) : t('terms.part.cash'),
    hasCredit ? t('terms.part.limit', { amount: roundMoneyText(fen(creditLimitFen)) }) : null,
    depositBp > 0 ? t('terms.part.deposit', { percent: percentText(depositBp) }) : null,
  ];
  return parts.filter((part) => part !== null).join(t('terms.part.between'));
}
