import type { AnniversaryKind } from '../anniversaries/anniversary.ts';
import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import type { Instant } from '../core/instant.ts';

interface Common {
  /** Tells reminders apart: whatever was shown under a key is not shown under it again. */
  readonly key: string;
  /** The moment it is meant for, before quiet hours and snoozing. */
  readonly dueAt: Instant;
}

interface OfCustomer {
  readonly customerId: Id;
  readonly customerName: string;
  readonly contactName: string | null;
  readonly phone: string | null;
}

/** A visit with a time is near. A visit that moves has a new key, so it reminds again. */
export interface VisitReminder extends Common, OfCustomer {
  readonly kind: 'visit';
  readonly planId: Id;
  readonly personId: Id | null;
  readonly on: CalendarDate;
  /** HH:MM */
  readonly time: string;
  /** The moment of the visit. */
  readonly at: Instant;
  readonly purpose: string | null;
}

/** A birthday or another day to remember, 3 days ahead. */
export interface OccasionReminder extends Common, OfCustomer {
  readonly kind: 'occasion';
  readonly occasion: AnniversaryKind;
  readonly title: string | null;
  readonly on: CalendarDate;
}

/** What the day holds. */
export interface MorningReminder extends Common {
  readonly kind: 'morning';
  readonly on: CalendarDate;
  readonly counts: MorningCounts;
}

export interface MorningCounts {
  /** Open plans of the day. */
  readonly visits: number;
  /** Open plans of earlier days. */
  readonly overdue: number;
  /** Days to remember from today to 3 days ahead. */
  readonly occasions: number;
}

export type Reminder = VisitReminder | OccasionReminder | MorningReminder;
