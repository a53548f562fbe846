import { addDays, type CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import type { Instant } from '../core/instant.ts';
import { cadenceDaysWithoutTier } from '../tiers/tier.ts';
import type { WorkCalendar } from '../workdays/work-calendar.ts';

/** What of a customer decides when the next contact is due. */
export interface DueSource {
  readonly createdAt: Instant;
  /** Latest follow-up or done visit. */
  readonly lastContactAt: Instant | null;
  /** At least 1. */
  readonly cadenceDays: number;
  /** 0–9999: ten-thousandths of one cadence; null: not imported. */
  readonly firstContactSlot: number | null;
}

/** The book's days: its zone and its workdays. */
export interface DueBook {
  readonly dayOf: (instant: Instant) => CalendarDate;
  readonly workCalendar: Pick<WorkCalendar, 'addWorkdays'>;
}

const workdaysToFirstContact = 3;

/** Days between contacts: the customer's own, else the tier's, else those of 未分级 (domain §6). */
export function cadenceOf(own: number | null, ofTier: number | null): number {
  return own ?? ofTier ?? cadenceDaysWithoutTier;
}

/**
 * The day the next contact is due by cadence (domain §6): a cadence after the last one. Never contacted: 3 workdays
 * after it was made; after an import its share of one cadence from that day, so that the first day is no flood.
 */
export function dueDay(source: DueSource, { dayOf, workCalendar }: DueBook): CalendarDate {
  const { createdAt, lastContactAt, cadenceDays, firstContactSlot } = source;
  if (lastContactAt !== null) return addDays(dayOf(lastContactAt), cadenceDays);
  if (firstContactSlot === null) return workCalendar.addWorkdays(dayOf(createdAt), workdaysToFirstContact);
  return addDays(dayOf(createdAt), Math.floor((firstContactSlot * cadenceDays) / firstContactSlots));
}

/** Into so many parts a cadence is divided. */
const firstContactSlots = 10_000;

/** The slot of the customer that stands at `rank` (from 0) among the `count` that one import made. */
export function firstContactSlotOf(rank: number, count: number): number {
  return Math.floor((rank * firstContactSlots) / count);
}

/**
 * The slots of all customers that one import made, spread evenly in the order of a hash of the id (domain §6): its last 48
 * bits, which are random. So neither the order of the sheet nor that of the names decides who waits.
 */
export function firstContactSlotsOf(ids: readonly Id[]): ReadonlyMap<Id, number> {
  const ranked = ids.map((id) => ({ id, hash: Number.parseInt(id.slice(-12), 16) }));
  ranked.sort((a, b) => a.hash - b.hash || (a.id < b.id ? -1 : 1));
  return new Map(ranked.map(({ id }, rank) => [id, firstContactSlotOf(rank, ids.length)]));
}
