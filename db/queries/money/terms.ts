import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { PaymentGrade } from '../../../src-shared/payments/payment-record.ts';
import { paymentRecordSchema } from '../../../src-shared/payments/payment-record-schema.ts';
import type { CreditTerms } from '../../../src-shared/receivables/credit-terms.ts';
import type { TermsAdvice } from '../../../src-shared/terms/terms-advice.ts';
import {
  type TermsDecision,
  type TermsSettings,
  termsSettingsSchema,
} from '../../../src-shared/terms/terms-contract.ts';
import { defaultTermsSettings } from '../../../src-shared/terms/terms-settings.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf } from '../../prepared.ts';
import {
  orderOverdueSetting,
  paymentRecordSetting,
  salespersonLimitsSetting,
  tradingTermsSetting,
} from '../../setting-names.ts';
import { settingValue } from '../book-settings.ts';

interface DecisionRow extends Omit<TermsDecision, 'credit' | 'creditLimitFen' | 'isStopped' | 'shown'> {
  readonly advice: TermsAdvice;
  readonly grade: PaymentGrade;
  readonly creditKind: CreditTerms['kind'];
  readonly creditDays: number;
  readonly creditLimitFen: number;
  readonly isStopped: 0 | 1;
  readonly shown: string;
}

const decisionsSql = `
  SELECT id, decided_on AS decidedOn, decided_by_id AS decidedById, kind, advice, grade, tier_id AS tierId,
    discount_bp AS discountBp, credit_kind AS creditKind, credit_days AS creditDays, credit_limit_fen AS creditLimitFen,
    deposit_bp AS depositBp, is_stopped AS isStopped, reason, shown
  FROM terms_decisions WHERE customer_id = +? ORDER BY decided_on DESC, id DESC`;
const latestSql = `${decisionsSql} LIMIT 1`;

/** The terms that were accepted or set last: they stay until others are (domain §3). Null: none ever were. */
export function termsInForce({ sqlite }: Pick<ReadDb, 'sqlite'>, customerId: Id): TermsDecision | null {
  const row = rowsOf<DecisionRow>(sqlite, latestSql).get(customerId);
  return row ? toDecision(row) : null;
}

/** The latest first. */
export function termsDecisionsOf({ sqlite }: Pick<ReadDb, 'sqlite'>, customerId: Id): readonly TermsDecision[] {
  return rowsOf<DecisionRow>(sqlite, decisionsSql).all(customerId).map(toDecision);
}

function toDecision({ creditKind, creditDays, creditLimitFen, isStopped, shown, ...row }: DecisionRow): TermsDecision {
  return {
    ...row,
    credit: { kind: creditKind, days: creditDays },
    creditLimitFen: fen(creditLimitFen),
    isStopped: isStopped === 1,
    shown: paymentRecordSchema.parse(JSON.parse(shown)),
  };
}

/** Thresholds, terms and limits of this book; what was never set is a default of domain §2 and §3. */
export function termsSettings(db: ReadDb): TermsSettings {
  return termsSettingsSchema.parse({
    record: settingValue(db, paymentRecordSetting) ?? defaultTermsSettings.record,
    terms: settingValue(db, tradingTermsSetting) ?? defaultTermsSettings.terms,
    salespersonLimits: settingValue(db, salespersonLimitsSetting) ?? defaultTermsSettings.salespersonLimits,
    orderOverdue: settingValue(db, orderOverdueSetting) ?? defaultTermsSettings.orderOverdue,
  });
}

/** The tier of a customer on each day it changed, the first first (domain §4); `isKey` as the tier is marked now. */
export interface TierOnDay {
  readonly from: CalendarDate;
  readonly tierId: Id | null;
  readonly isKey: boolean;
}

const tierDaysSql = `
  SELECT h.effective_on AS "from", h.tier_id AS tierId, coalesce(t.is_key, 0) AS isKey
  FROM tier_history h LEFT JOIN tiers t ON t.id = h.tier_id
  WHERE h.customer_id = +? ORDER BY h.effective_on, h.id`;

export function tierDaysOf({ sqlite }: Pick<ReadDb, 'sqlite'>, customerId: Id): readonly TierOnDay[] {
  return rowsOf<Omit<TierOnDay, 'isKey'> & { readonly isKey: 0 | 1 }>(sqlite, tierDaysSql)
    .all(customerId)
    .map((row) => ({ ...row, isKey: row.isKey === 1 }));
}
