import type { TFunction } from 'i18next';
import type { CreditTerms } from '../../../src-shared/receivables/credit-terms.ts';

/** 现结, 账期 30 天, 月结, 月结后 15 天. */
export function creditText(t: TFunction, { kind, days }: CreditTerms): string {
  if (days === 0) return t(`order.creditKind.${kind === 'days' ? 'cash' : 'month_end'}`);
  return t(`order.creditWords.${kind}`, { count: days });
}
