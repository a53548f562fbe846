import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';

/**
 * How a column's cells look and are stored. `text` also for phones and codes: Excel then keeps leading zeros and
 * never computes with them, and no user text can become a formula.
 */
export type ColumnKind = 'text' | 'date' | 'dateTime' | 'integer' | ScaledKind;

/** Whole numbers of a small unit, shown in the large one: fen, 1/1,000 piece, 1/10,000 yuan, 1/10,000. */
export type ScaledKind = 'money' | 'quantity' | 'price' | 'percent';

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

export interface ReportColumn extends WorkbookColumn {
  /** The column is added up in the row of totals. */
  readonly isTotalled?: boolean;
}

/** A sheet for a bookkeeper: title, what it is about, header, rows, and under them the totals as values. */
export interface ReportSheet {
  readonly sheetName: string;
  readonly title: string;
  /** Company, period, who made it. */
  readonly about: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: Iterable<readonly Cell[]>;
  /** In the first column of the row of totals. */
  readonly totalLabel: string;
}

/** Rows of a sheet in Excel, the header among them. */
export const mostSheetRows = 1_048_576;
