import type { Occasion } from '../../../src-shared/calendar/calendar-item.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { DueCustomer } from '../../../src-shared/visits/visit-entry.ts';
import type { RowLook } from './row-look.ts';
import type { DueRow, VisitRow } from './use-today.ts';

/** What the sections of the board share: how lines look, which one is where, and what is done with them. */
export interface LineDeck {
  readonly look: RowLook;
  /** The line that Tab stops at. */
  readonly stopKey: string | null;
  /** The line under which the one-line form is open. */
  readonly lineKey: string | null;
  /** The customer in the pane. */
  readonly paneId: string | null;
  readonly onTickVisit: (row: VisitRow) => void;
  readonly onTickDue: (row: DueRow) => void;
  readonly onUndo: (row: VisitRow | DueRow) => void;
  readonly onOpen: (customerId: string) => void;
  readonly onPlan: (customer: DueCustomer, on: CalendarDate) => void;
  readonly onGreet: (occasion: Occasion) => void;
  /** Esc, or ticked a second time: the form goes, the focus returns to the line. */
  readonly onCloseLine: (key: string) => void;
  /** The form was saved: the focus goes on to the next line. */
  readonly onNext: (key: string) => void;
}
