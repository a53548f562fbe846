import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';

/**
 * How a column's cells look and are stored. `text` also for phones and codes: Excel then keeps leading zeros and
 * never computes with them, and no user text can become a formula.
 */
export type ColumnKind = 'text' | 'date' | 'dateTime' | 'integer';

/** A moment as a wall clock shows it; Excel knows no time zones. */
export interface WallTime {
  readonly day: CalendarDate;
  /** `HH:mm` */
  readonly time: string;
}

/** Null is an empty cell. A value must fit its column's kind. */
export type Cell = string | number | WallTime | null;

export interface WorkbookColumn {
  readonly header: string;
  readonly kind: ColumnKind;
}

/** A workbook of one sheet: a header row and rows under it. */
export interface WorkbookPlan {
  readonly sheetName: string;
  readonly columns: readonly WorkbookColumn[];
  /** Printed above every page. */
  readonly printHeader: { readonly left: string; readonly centre: string; readonly right: string };
}

/** Rows of a sheet in Excel, the header among them. */
export const mostSheetRows = 1_048_576;
