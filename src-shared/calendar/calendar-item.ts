import type { Anniversary } from '../anniversaries/anniversary.ts';
import type { CalendarDate } from '../core/calendar-date.ts';
import type { Fen } from '../core/money.ts';
import type { VisitEntry } from '../visits/visit-entry.ts';

/**
 * Something a day of the calendar shows. A later area adds its own kind: a kind here,
 * a source in src-main/features/calendar/, a look in the window.
 */
export type CalendarItem =
  | { readonly kind: 'visit'; readonly on: CalendarDate; readonly entry: VisitEntry }
  | {
      readonly kind: 'anniversary';
      readonly on: CalendarDate;
      readonly occasion: Occasion;
    }
  | { readonly kind: 'due'; readonly on: CalendarDate; readonly due: DayDue };
export type CalendarItemKind = CalendarItem['kind'];

/** What is open and falls due on one day: a day can have hundreds, so they are one item. */
export interface DayDue {
  readonly receivables: number;
  readonly customers: number;
  readonly openFen: Fen;
  /** Up to three, of those with most open; none where a day has more than fifty customers. */
  readonly customerNames: readonly string[];
}

/** One coming of an anniversary. */
export interface Occasion {
  /** Stored, or `since`: the yearly return of the first day of the cooperation. */
  readonly source:
    | { readonly kind: 'stored'; readonly anniversary: Anniversary }
    | { readonly kind: 'since'; readonly sinceOn: CalendarDate };
  readonly customerId: string;
  readonly customerName: string;
  readonly tierId: string | null;
  readonly ownerId: string | null;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly on: CalendarDate;
  /** Full years since the first one; null when its year is not known. */
  readonly years: number | null;
}
