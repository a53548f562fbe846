import type { CalendarDate } from '../core/calendar-date.ts';
import type { Receivable } from './ledger.ts';

/** A due day that was in force up to the day before `untilOn`. */
export type FormerDueDay = Receivable['formerDueDays'][number];

/**
 * The receivable due on another day, in force from `from` on; what was in force before stays in its history, because
 * lateness is judged by the day in force when the money came (domain §1). From its first day or before it is a correction:
 * it was never due on any other. Days in force that were to begin on `from` or later are replaced.
 */
export function dueOtherwise(receivable: Receivable, dueOn: CalendarDate, from: CalendarDate): Receivable {
  const { issuedOn, formerDueDays } = receivable;
  if (from <= issuedOn) return { ...receivable, dueOn, formerDueDays: [] };
  const all = [...formerDueDays, { dueOn: receivable.dueOn, untilOn: null }];
  const inForce = all.findIndex(({ untilOn }) => untilOn === null || untilOn > from);
  const before = all
    .slice(0, inForce + 1)
    .map((each, index) => ({
      dueOn: each.dueOn,
      untilOn: index < inForce && each.untilOn !== null ? each.untilOn : from,
    }))
    .filter(({ untilOn }, index, days) => index === 0 || untilOn !== days[index - 1]?.untilOn);
  // The same day twice in a row is one span.
  const kept = before.filter((each, index) => each.dueOn !== (before[index + 1]?.dueOn ?? dueOn));
  return { ...receivable, dueOn, formerDueDays: kept };
}
