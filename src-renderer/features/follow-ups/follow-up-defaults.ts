import { addDays, type CalendarDate, daysBetween } from '../../../src-shared/core/calendar-date.ts';
import { type Channel, closesPlanByDefault } from '../../../src-shared/follow-ups/follow-up.ts';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';

/** A plan further away than this from the follow-up is not what was just done (domain §6). */
export const closingDays = 7;

/** The open plan nearest in days within a week either side; of two as near the earlier. Null: none to close. */
export function planToClose(openPlans: readonly VisitPlan[], today: CalendarDate): VisitPlan | null {
  const near = openPlans.filter((plan) => Math.abs(daysBetween(today, plan.plannedOn)) <= closingDays);
  return near.reduce<VisitPlan | null>((best, plan) => {
    if (best === null) return plan;
    const distance = Math.abs(daysBetween(today, plan.plannedOn));
    const bestDistance = Math.abs(daysBetween(today, best.plannedOn));
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

/** What saving will do to the plans: the cadence's day, unless another plan is already open. */
export function decide(
  openPlans: readonly VisitPlan[],
  channel: Channel,
  choices: FollowUpChoices,
  cadenceDays: number,
  today: CalendarDate,
): FollowUpDecision {
  const plan = planToClose(openPlans, today);
  const closesPlan = plan !== null && (choices.closesPlan ?? closesPlanByDefault(channel));
  const staysOpen = openPlans.find((open) => !(closesPlan && open.id === plan?.id)) ?? null;
  const suggested = staysOpen === null ? addDays(today, cadenceDays) : null;
  return { plan, closesPlan, nextOn: choices.next ? choices.next.on : suggested, staysOpen };
}
