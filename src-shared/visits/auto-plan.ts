import { type CalendarDate, dayNumber } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import type { WorkCalendar } from '../workdays/work-calendar.ts';
import type { ProposedVisit, UnplannedCustomer } from './auto-plan-proposal.ts';
import { duePlaces, horizonEnd, planningDays, planWindow } from './auto-plan-window.ts';
import { districtKey, PlanLoad } from './plan-load.ts';

/** A customer that has no open plan. */
export interface PlanCandidate {
  readonly customerId: Id;
  readonly name: string;
  /** What names sort by. */
  readonly nameKey: string;
  readonly tierId: Id | null;
  /** Place of the tier in the user's list, null for 未分级: after all tiers. */
  readonly tierPosition: number | null;
  /** Who would go; null: nobody, so it cannot be planned. */
  readonly ownerId: Id | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly dueOn: CalendarDate;
  /** Days between contacts, at least 1. */
  readonly cadenceDays: number;
}

/** Visits that a person has already on a day, in one district. */
export interface BookedVisits {
  readonly personId: Id;
  readonly on: CalendarDate;
  readonly city: string | null;
  readonly district: string | null;
  readonly visits: number;
}

export interface AutoPlanInput {
  readonly today: CalendarDate;
  readonly calendar: WorkCalendar;
  /** See planningDays. */
  readonly horizonWorkdays: number;
  readonly maxPerDay: number;
  readonly candidates: readonly PlanCandidate[];
  readonly booked: readonly BookedVisits[];
}

export interface AutoPlan {
  /** In the order of service. */
  readonly visits: readonly ProposedVisit[];
  /** In the order of service, those without an owner among them. */
  readonly unplanned: readonly UnplannedCustomer[];
  readonly fullDays: readonly { readonly personId: Id; readonly on: CalendarDate }[];
}

/** Called every so many customers; true stops the work. */
export type PlanWatch = (done: number) => boolean;
const watchedEvery = 2_000;

/**
 * 自动排期 (domain §6): who is visited on which day. The same input, in whatever order, gives the same plan. Every
 * candidate due by the end of the horizon is in it once, as a visit or as unplanned; later ones are not in it.
 * Null: `isStopped` said so.
 */
export function autoPlan(input: AutoPlanInput): AutoPlan;
export function autoPlan(input: AutoPlanInput, isStopped: PlanWatch): AutoPlan | null;
export function autoPlan(input: AutoPlanInput, isStopped: PlanWatch = () => false): AutoPlan | null {
  const { today, calendar, candidates } = input;
  const days = planningDays(calendar, today, input.horizonWorkdays);
  const due = candidates.filter(({ dueOn }) => dueOn <= horizonEnd(days));
  const placeOf = duePlaces(calendar, days);
  const load = loadOf(input, days);
  const visits: ProposedVisit[] = [];
  const unplanned: UnplannedCustomer[] = [];
  for (const [done, candidate] of inOrderOfService(today, due).entries()) {
    if (done % watchedEvery === 0 && isStopped(done)) return null;
    const { customerId, name, tierId, ownerId, city, district, dueOn } = candidate;
    if (ownerId === null) {
      unplanned.push({ customerId, name, tierId, personId: null, dueOn, reason: 'no_owner' });
      continue;
    }
    const near = districtKey(city, district);
    const { first, last, lateAfter } = planWindow(placeOf(dueOn), candidate.cadenceDays, days.length);
    const place = load.bestPlace(ownerId, near, first, last) ?? load.firstPlace(ownerId, last + 1);
    const on = place === null ? undefined : days[place];
    if (place === null || on === undefined) {
      unplanned.push({ customerId, name, tierId, personId: ownerId, dueOn, reason: 'no_room' });
      continue;
    }
    load.add(ownerId, near, place);
    visits.push({ customerId, name, tierId, city, district, personId: ownerId, on, dueOn, isLate: place > lateAfter });
  }
  return { visits, unplanned, fullDays: fullDaysOf(load, days) };
}

function loadOf({ booked, maxPerDay }: AutoPlanInput, days: readonly CalendarDate[]): PlanLoad {
  const load = new PlanLoad(days.length, maxPerDay);
  const places = new Map(days.map((day, place) => [day, place]));
  for (const { personId, on, city, district, visits } of booked) {
    const place = places.get(on);
    if (place !== undefined) load.add(personId, districtKey(city, district), place, visits);
  }
  return load;
}

function fullDaysOf(load: PlanLoad, days: readonly CalendarDate[]): AutoPlan['fullDays'] {
  return [...load.full()].flatMap(({ person, place }) => {
    const on = days[place];
    return on === undefined ? [] : [{ personId: person, on }];
  });
}

interface Served {
  readonly candidate: PlanCandidate;
  /** Days since it was due, negative before. */
  readonly overdue: number;
}

/** (today − due) ÷ cadence, the highest first; then tier, name, id. */
export function inOrderOfService(today: CalendarDate, candidates: readonly PlanCandidate[]): readonly PlanCandidate[] {
  const now = dayNumber(today);
  return candidates
    .map((candidate): Served => ({ candidate, overdue: now - dayNumber(candidate.dueOn) }))
    .sort(byService)
    .map(({ candidate }) => candidate);
}

/** Multiplied crosswise, in whole numbers: no rounding can make two customers equal or swap them. */
function byService(one: Served, other: Served): number {
  const a = one.candidate;
  const b = other.candidate;
  return (
    other.overdue * a.cadenceDays - one.overdue * b.cadenceDays ||
    tierPlace(a) - tierPlace(b) ||
    compareText(a.nameKey, b.nameKey) ||
    compareText(a.customerId, b.customerId)
  );
}

function tierPlace({ tierPosition }: PlanCandidate): number {
  return tierPosition ?? Number.MAX_SAFE_INTEGER;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
