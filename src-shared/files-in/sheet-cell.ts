/** Why a cell has no usable value. `#N/A` and its like are Excel's own words; the rest are the reader's. */
export type CellError =
  | `#${string}`
  /** A formula that was never calculated: the file holds no result for it. */
  | 'no_cached_value'
  /** The cell points to a text that the file does not hold. */
  | 'missing_text'
  /** The cell says it is a number or a date, and its stored text is neither. */
  | 'not_a_number';

/**
 * `v` is the number to 15 significant digits, as Excel shows it; `raw` is the text as stored in the file,
 * where 13800138000 may stand as `1.3800138E10`.
 */
export type NumberCell = { readonly t: 'n'; readonly v: number; readonly raw: string };

/**
 * What one spreadsheet cell holds. A blank cell is null, an empty text too.
 *
 * - `s` text exactly as in the file, not trimmed; a line break is `\n`
 * - `n` see NumberCell
 * - `d` `2026-03-05`, `2026-03-05T08:30:00` or, where the cell holds only a time of day, `08:30:00`;
 *   whole seconds, no time zone (a spreadsheet has none)
 * - `b` TRUE or FALSE
 * - `e` see CellError
 */
export type SheetCell =
  | { readonly t: 's'; readonly v: string }
  | NumberCell
  | { readonly t: 'd'; readonly v: string }
  | { readonly t: 'b'; readonly v: boolean }
  | { readonly t: 'e'; readonly v: CellError };

/** One row that holds something. `row` counts from 1 as in Excel; `cells[0]` is column A; cells end at the last value. */
export type SheetRow = {
  readonly row: number;
  readonly hidden?: true;
  readonly cells: readonly (SheetCell | null)[];
};

/** Excel keeps 15 digits: a longer whole number (an 18-digit id, a 16-digit card) has lost its tail for good. */
const FIRST_WHOLE_NUMBER_BEYOND_15_DIGITS = 1e15;

/** True for an id or card number that was stored as a number and therefore lost its last digits. */
export function hasLostDigits(cell: NumberCell): boolean {
  return Math.abs(cell.v) >= FIRST_WHOLE_NUMBER_BEYOND_15_DIGITS;
}

/** The cell as a person would read it: numbers in plain digits (never 1.38E+10), a blank cell as ''. */
export function cellText(cell: SheetCell | null): string {
  if (cell === null) return '';
  switch (cell.t) {
    case 'n':
      return plainDigits(cell.v);
    case 'b':
      return cell.v ? 'TRUE' : 'FALSE';
    case 's':
    case 'd':
    case 'e':
      return cell.v;
  }
}

/** A number as digits without an exponent, to 15 significant digits. */
export function plainDigits(value: number): string {
  const shown = String(Number(value.toPrecision(15)));
  const exponentAt = shown.indexOf('e');
  if (exponentAt === -1) return shown;
  const exponent = Number(shown.slice(exponentAt + 1));
  const sign = shown.startsWith('-') ? '-' : '';
  const mantissa = shown.slice(sign.length, exponentAt);
  const digits = mantissa.replace('.', '');
  const pointAt = 1 + exponent;
  if (pointAt <= 0) return `${sign}0.${'0'.repeat(-pointAt)}${digits}`;
  return `${sign}${digits.padEnd(pointAt, '0')}`;
}
