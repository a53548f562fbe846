import { type CalendarDate, daysBetween } from '../../../src-shared/core/calendar-date.ts';
import { type Channel, closesPlanByDefault } from '../../../src-shared/follow-ups/follow-up.ts';
import { suggestedDay } from '../../../src-shared/visits/suggested-day.ts';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';
import type { WorkCalendar } from '../../../src-shared/workdays/work-calendar.ts';

/** A plan further away than this from the follow-up is not what was just done (domain §6). */
export const closingDays = 7;

/** The open plan nearest in days within a week either side; of two as near the earlier. Null: none to close. */
export function planToClose(openPlans: readonly VisitPlan[], happenedOn: CalendarDate): VisitPlan | null {
  const near = openPlans.filter((plan) => Math.abs(daysBetween(happenedOn, plan.plannedOn)) <= closingDays);
  return near.reduce<VisitPlan | null>((best, plan) => {
    if (best === null) return plan;
    const distance = Math.abs(daysBetween(happenedOn, plan.plannedOn));
    const bestDistance = Math.abs(daysBetween(happenedOn, best.plannedOn));
    return distance < bestDistance || (distance === bestDistance && plan.plannedOn < best.plannedOn) ? plan : best;
  }, null);
}

/** What the user decided in the box; null where he left it to the defaults. */
export interface FollowUpChoices {
  readonly closesPlan: boolean | null;
  readonly next: { readonly on: CalendarDate | null } | null;
}

export interface FollowUpDecision {
  /** The plan that may be closed, and whether it will be. */
  readonly plan: VisitPlan | null;
  readonly closesPlan: boolean;
  readonly nextOn: CalendarDate | null;
  /** An open plan that stays: why no next day is suggested beside it. */
  readonly staysOpen: VisitPlan | null;
}

/** When it happened, and the day that the cadence gives after it. */
export interface FollowUpDays {
  readonly happenedOn: CalendarDate;
  readonly suggested: CalendarDate;
}

/** One cadence after the contact, on a workday; of a contact noted late never a day that has passed. */
export function nextByCadence(
  happenedOn: CalendarDate,
  cadenceDays: number,
  today: CalendarDate,
  calendar: Pick<WorkCalendar, 'onOrAfter'>,
): CalendarDate {
  const day = suggestedDay(happenedOn, cadenceDays, calendar);
  return day < today ? calendar.onOrAfter(today) : day;
}

/**
 * What saving will do to the plans: the cadence's day, unless another plan is already open. `completes`: the plan that
 * the user set out to complete, however far off its day is.
 */
export function decide(
  openPlans: readonly VisitPlan[],
  channel: Channel,
  choices: FollowUpChoices,
  { happenedOn, suggested }: FollowUpDays,
  completes: VisitPlan | null = null,
): FollowUpDecision {
  const plan = completes ?? planToClose(openPlans, happenedOn);
  const closesPlan = plan !== null && (choices.closesPlan ?? (completes !== null || closesPlanByDefault(channel)));
  const staysOpen = openPlans.find((open) => !(closesPlan && open.id === plan?.id)) ?? null;
  const proposed = staysOpen === null ? suggested : null;
  return { plan, closesPlan, nextOn: choices.next ? choices.next.on : proposed, staysOpen };
}
