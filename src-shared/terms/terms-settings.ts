import { fen } from '../core/money.ts';
import { defaultPaymentRecordRules } from '../payments/payment-record.ts';
import { defaultTradingTerms } from './terms-advice.ts';
import type { TermsSettings } from './terms-contract.ts';

/**
 * What a book says of terms until its owner says otherwise. A salesperson agrees alone to no more than the best terms that
 * are ever advised (domain §3); old debts ask from where they become a warning (§7), trifles never do (§2).
 */
export const defaultTermsSettings: TermsSettings = {
  record: defaultPaymentRecordRules,
  terms: defaultTradingTerms,
  salespersonLimits: {
    discountBp: defaultTradingTerms.preferential.discountBp,
    creditDays: defaultTradingTerms.preferential.creditDays,
    creditFen: defaultTradingTerms.preferential.creditLimitFen,
  },
  orderOverdue: { days: 30, smallestFen: fen(10_000) },
};
