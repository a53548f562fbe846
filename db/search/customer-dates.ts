import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { type Instant, instantAt } from '../../src-shared/core/instant.ts';
import { cadenceOf, type DueBook, dueDay } from '../../src-shared/visits/due-day.ts';
import type { DateFacts } from './customer-source.ts';

/** The columns of customer_list that say when a customer was met and is due. */
export interface CustomerDates {
  readonly next_visit_on: CalendarDate | null;
  readonly last_contact_at: Instant | null;
  readonly cadence_days: number;
  readonly due_on: CalendarDate;
  readonly quiet_since: Instant;
}

export interface DatesBook extends DueBook {
  readonly timeZone: string;
}

/** Pure, so that refreshed equals rebuilt. */
export function customerDates(facts: DateFacts, book: DatesBook): CustomerDates {
  const { createdAt, firstContactSlot } = facts;
  const lastContactAt = lastContact(facts, book.timeZone);
  const cadenceDays = cadenceOf(facts.ownCadenceDays, facts.tierCadenceDays);
  return {
    next_visit_on: facts.nextVisitOn,
    last_contact_at: lastContactAt,
    cadence_days: cadenceDays,
    due_on: dueDay({ createdAt, lastContactAt, cadenceDays, firstContactSlot }, book),
    quiet_since: lastContactAt ?? createdAt,
  };
}

/** A done visit without a follow-up counts from the start of its day: nobody said when on that day it was. */
export function lastContact(
  { lastTalkAt, lastDoneOn }: Pick<DateFacts, 'lastTalkAt' | 'lastDoneOn'>,
  timeZone: string,
): Instant | null {
  if (lastDoneOn === null) return lastTalkAt;
  const doneAt = instantAt(lastDoneOn, '00:00', timeZone);
  return lastTalkAt !== null && lastTalkAt > doneAt ? lastTalkAt : doneAt;
}
