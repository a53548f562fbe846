import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import type { Instant } from '../core/instant.ts';
import type { Fen } from '../core/money.ts';
import type { VisitPlan } from './visit-plan.ts';

/** What a list, a calendar or a printed sheet says of a customer to be visited. */
export interface VisitedCustomer {
  readonly customerId: Id;
  readonly name: string;
  readonly shortName: string | null;
  readonly tierId: Id | null;
  readonly ownerId: Id | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly address: string | null;
  /** The primary contact, else null. */
  readonly contactName: string | null;
  /** The primary contact's mobile, else phone, else the customer's own. */
  readonly phone: string | null;
  readonly lastContactAt: Instant | null;
}

/** A plan with whom it is for. */
export interface VisitEntry extends VisitedCustomer {
  readonly plan: VisitPlan;
}

/** A customer that is due by cadence and has nothing planned (domain §6). */
export interface DueCustomer extends VisitedCustomer {
  readonly dueOn: CalendarDate;
  readonly cadenceDays: number;
}

/** One stop of a printed sheet. */
export interface RouteStop extends VisitEntry {
  /** Open balance and what of it is overdue; null: nothing open, or not for this reader. */
  readonly owed: { readonly openFen: Fen; readonly overdueFen: Fen } | null;
  /** What was said last, null when nothing was ever noted. */
  readonly lastTalk: { readonly at: Instant; readonly text: string; readonly authorId: Id } | null;
}
