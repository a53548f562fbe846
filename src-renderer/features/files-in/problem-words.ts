import type { TFunction } from 'i18next';
import type { CountedReason } from '../../../src-shared/files-in/row-reason.ts';

/** A record, so that a new reason does not compile before it is listed here; its sentence is `imports.reason.<key>`. */
const listed: Readonly<Record<CountedReason, true>> = {
  empty_row: true,
  repeated_header: true,
  hidden_row: true,
  same_as_row: true,
  total_row: true,
  no_change: true,
  left_out: true,
  folded: true,
  may_be_known: true,
  several_known: true,
  in_bin: true,
  same_name_in_file: true,
  not_yours: true,
  ambiguous_date: true,
  date_without_year: true,
  too_many_decimals: true,
  required: true,
  too_long: true,
  error_cell: true,
  formula_without_value: true,
  unreadable_cell: true,
  impossible_date: true,
  not_a_date: true,
  time_without_date: true,
  not_an_amount: true,
  amount_too_large: true,
  not_a_number: true,
  not_a_phone: true,
  digits_lost: true,
  not_a_whole_number: true,
  not_an_email: true,
  invalid_uscc: true,
  text_amount_too_precise: true,
  not_yes_or_no: true,
  phone_restored: true,
  person_and_phone_split: true,
  rounded: true,
  unknown_tier: true,
  unknown_user: true,
  needs_owner_role: true,
  time_dropped: true,
  differs_from_first_row: true,
};

/** Safe: the keys of a record over the very union. */
export const countedReasons = Object.keys(listed) as readonly CountedReason[];

/** Every reason in the user's language, for the workbook of problem rows. */
export function problemWords(t: TFunction): Readonly<Record<string, string>> {
  return Object.fromEntries(countedReasons.map((reason) => [reason, t(`imports.reason.${reason}`)]));
}
