import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import type { Fen } from '../core/money.ts';

/** What became of a promise to pay; said by a person, with what came in beside it. */
export const promiseOutcomes = ['open', 'kept', 'partly_kept', 'broken', 'withdrawn'] as const;
export type PromiseOutcome = (typeof promiseOutcomes)[number];

/** 付款承诺. */
export interface PaymentPromise {
  readonly id: Id;
  readonly customerId: Id;
  /** Null: of all he owes. */
  readonly receivableId: Id | null;
  readonly contactId: Id | null;
  readonly takenById: Id | null;
  readonly promisedOn: CalendarDate;
  /** Null: no amount was named. */
  readonly amountFen: Fen | null;
  readonly note: string | null;
  readonly outcome: PromiseOutcome;
  readonly outcomeOn: CalendarDate | null;
  readonly outcomeNote: string | null;
}
