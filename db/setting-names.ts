/** The names of settings that the store itself reads or writes; `value` is JSON text. */
export const timeZoneSetting = 'book.time_zone';
export const companyNameSetting = 'company.name';
/** Hash of the code that resets an owner's forgotten PIN; see db/secrets.ts. */
export const recoveryCodeSetting = 'users.recovery_code';
export const followUpPhrasesSetting = 'follow_up.phrases';

/** The setting that holds the holidays of a year the user gave. */
export function holidayYearSetting(year: number): string {
  return `holidays.${year}`;
}

/** From the first name of such a setting up to, without it, the name behind the last. */
export const holidayYearSettings = ['holidays.', 'holidays/'] as const;

/** Thresholds of payment record, trading terms and limits (domain §2, §3, §13). */
export const paymentRecordSetting = 'terms.payment_record';
export const tradingTermsSetting = 'terms.by_advice';
export const salespersonLimitsSetting = 'terms.salesperson_limits';
export const orderOverdueSetting = 'terms.order_overdue';

/** Cuts and weights of a tier method as last set (domain §4), and which method is the book's. */
export function tierMethodSetting(kind: string): string {
  return `tiers.method.${kind}`;
}
export const currentTierMethodSetting = 'tiers.current_method';
/** The month (its 1st) whose proposal was applied or dismissed last. */
export const tierProposalSetting = 'tiers.proposal_seen';
