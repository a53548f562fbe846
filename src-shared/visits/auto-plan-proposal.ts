import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';

/** One visit that 自动排期 proposes (domain §6). */
export interface ProposedVisit {
  readonly customerId: Id;
  readonly name: string;
  readonly tierId: Id | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly personId: Id;
  readonly on: CalendarDate;
  /** Last contact + cadence, before it was moved to a workday. */
  readonly dueOn: CalendarDate;
  /** After the end of its window: no day within it had room, or it lies in the past. */
  readonly isLate: boolean;
}

export interface UnplannedCustomer {
  readonly customerId: Id;
  readonly name: string;
  readonly tierId: Id | null;
  readonly personId: Id | null;
  readonly dueOn: CalendarDate;
  readonly reason: 'no_owner' | 'no_room';
}

export interface AutoPlanProposal {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly maxPerDay: number;
  /** In the order of service. */
  readonly visits: readonly ProposedVisit[];
  /** The first 500; `unplannedCount` says how many there are. */
  readonly unplanned: readonly UnplannedCustomer[];
  readonly unplannedCount: number;
  /** Of those, how many have no owner; the others found no room. */
  readonly withoutOwnerCount: number;
  /** Days on which somebody has no room left once everything is accepted. */
  readonly fullDays: readonly { readonly personId: Id; readonly on: CalendarDate }[];
  /** Days off inside the span, and weekend days worked instead: said in the banner. */
  readonly daysOff: readonly { readonly on: CalendarDate; readonly name: string }[];
  readonly makeupWorkdays: readonly CalendarDate[];
  /** Holidays are known to the end of this year; past it only weekends are counted. */
  readonly knownUntilYear: number;
}
