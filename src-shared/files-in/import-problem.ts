/**
 * What keeps a row out until somebody settles it. Closed, so that the window has a sentence for each.
 * A question is settled once per column (see ColumnAnswers); an error by mending the cell.
 */
export type ImportQuestion =
  /** `03/05/2026`: day or month first? */
  | 'ambiguous_date'
  /** `3月5日`: of which year? */
  | 'date_without_year'
  /** more than 2 decimals: round half up? */
  | 'too_many_decimals'
  /** a price with more than 4 decimals: round half up? */
  | 'price_too_precise'
  /** 0.85 under 折扣: paid, or taken off? */
  | 'discount_meaning';

export type ImportError =
  | 'required'
  | 'too_long'
  /** Excel's #N/A, #REF! and so on */
  | 'error_cell'
  /** a formula that was never calculated */
  | 'formula_without_value'
  | 'unreadable_cell'
  /** 2026-02-30 */
  | 'impossible_date'
  | 'not_a_date'
  /** a time of day alone */
  | 'time_without_date'
  | 'not_an_amount'
  | 'amount_too_large'
  | 'not_a_number'
  | 'not_a_phone'
  /** a number of more than 15 digits: the sheet has lost the rest */
  | 'digits_lost'
  /** stored with decimals or as a power of ten that is no whole number */
  | 'not_a_whole_number'
  | 'not_an_email'
  | 'invalid_uscc'
  /** a text with more than 2 decimals: texts are never rounded */
  | 'text_amount_too_precise'
  | 'not_yes_or_no'
  /** neither 15 %, 0.15 nor 8.5折, or finer than a hundredth of a percent */
  | 'not_a_discount'
  /** more than 3 decimals */
  | 'quantity_too_precise'
  | 'not_more_than_zero'
  /** a day before the one on which it began */
  | 'before_issue'
  /** what is open is not what was owed less what was paid */
  | 'does_not_add_up'
  /** price × quantity is another amount */
  | 'amount_differs'
  /** neither an amount nor a price with its quantity */
  | 'line_without_amount';

export type ImportProblem = ImportQuestion | ImportError;

/** What was done to a cell beyond reading it; nothing the user has to settle. */
export type ImportNotice =
  /** 1.38E+10 came back as the digits stored in the file */
  | { readonly kind: 'phone_restored'; readonly column: number; readonly text: string }
  /** 张三 13800138000 went into name and phone */
  | { readonly kind: 'person_and_phone_split'; readonly column: number; readonly text: string }
  | { readonly kind: 'rounded'; readonly column: number; readonly text: string }
  /** no tier, or no user, of that name in the book: the row goes in without it */
  | { readonly kind: 'unknown_tier'; readonly column: number; readonly text: string }
  | { readonly kind: 'unknown_user'; readonly column: number; readonly text: string }
  /** the row names a tier or an owner, and the user's role may give neither: the rest of it goes in */
  | { readonly kind: 'needs_owner_role'; readonly column: number; readonly text: string }
  /** a date and time for a field that is a day */
  | { readonly kind: 'time_dropped'; readonly column: number; readonly text: string }
  /** rows of one customer differ here: the first row's value was kept, this row's was not used */
  | { readonly kind: 'differs_from_first_row'; readonly column: number; readonly text: string; readonly row: number }
  /** a way of paying that the book has no word for: taken as 其他 */
  | { readonly kind: 'unknown_method'; readonly column: number; readonly text: string }
  /** what is done for the record as a whole */
  | { readonly kind: RecordNotice; readonly column: number; readonly text: string };

export type RecordNotice =
  /** the customer is not in the book and is made */
  | 'makes_customer'
  /** 已收 was taken off: only the rest is owed */
  | 'paid_taken_off'
  /** money of the customer: it becomes prepayment */
  | 'as_prepayment'
  /** no day in the row: the day given for the file */
  | 'day_of_file'
  /** a few fen between price × quantity and the amount: a line of their own keeps the sheet's total */
  | 'rounding_line'
  /** the price of a unit cannot be told from the amount: one amount, the quantity in the note */
  | 'quantity_in_note'
  /** the line stands in the order twice and counts twice */
  | 'line_twice'
  /** dated after today */
  | 'dated_later'
  /** no number in the file: the book gives one */
  | 'number_given';

export type SkipReason =
  | { readonly kind: 'empty_row' }
  /** the header again, as at the top of each printed page */
  | { readonly kind: 'repeated_header' }
  | { readonly kind: 'hidden_row' }
  | { readonly kind: 'same_as_row'; readonly row: number }
  /** 合计, Total */
  | { readonly kind: 'total_row' };

const questions: ReadonlySet<string> = new Set<ImportQuestion>([
  'ambiguous_date',
  'date_without_year',
  'too_many_decimals',
  'price_too_precise',
  'discount_meaning',
]);

export function isQuestion(problem: ImportProblem): problem is ImportQuestion {
  return questions.has(problem);
}
