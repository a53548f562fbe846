import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import type { Instant } from '../core/instant.ts';

export const visitPlanStatuses = ['planned', 'done', 'missed', 'cancelled'] as const;
export type VisitPlanStatus = (typeof visitPlanStatuses)[number];

/** 拜访计划 (domain §6). `planned` is open; the earliest open one is the customer's next date. */
export interface VisitPlan {
  readonly id: Id;
  readonly customerId: Id;
  /** Who goes; null while the customer has no owner. */
  readonly personId: Id | null;
  readonly plannedOn: CalendarDate;
  /** HH:MM on the book's wall clock; null: any time that day. */
  readonly plannedTime: string | null;
  readonly lengthMinutes: number | null;
  readonly purpose: string | null;
  readonly status: VisitPlanStatus;
  readonly cancelledReason: string | null;
  readonly doneById: Id | null;
  /** The repeating plan it is an occurrence of. */
  readonly seriesId: Id | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
