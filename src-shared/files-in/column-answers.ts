/** What the user settled once for a whole column (domain §10). Absent: not asked, or not answered. */
export interface ColumnAnswers {
  /** `03/05/2026` is the 3rd of May (`dmy`) or the 5th of March (`mdy`). */
  readonly dateOrder?: 'dmy' | 'mdy' | undefined;
  /** The year of `3月5日`. */
  readonly year?: number | undefined;
  /** More than 2 decimals, of a price more than 4: round half up. */
  readonly roundHalfUp?: boolean | undefined;
  /** 0.85 is what is taken off, or what is left to pay (打 85 折). */
  readonly discountMeans?: 'off' | 'paid' | undefined;
}
