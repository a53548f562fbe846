import type { CalendarDate } from '../src-shared/core/calendar-date.ts';
import { type AutoPlanInput, inOrderOfService, type PlanCandidate } from '../src-shared/visits/auto-plan.ts';
import type { ProposedVisit } from '../src-shared/visits/auto-plan-proposal.ts';
import { duePlaces, horizonEnd, planningDays, planWindow } from '../src-shared/visits/auto-plan-window.ts';
import { districtKey, PlanLoad } from '../src-shared/visits/plan-load.ts';

export type Visit = Pick<ProposedVisit, 'customerId' | 'personId' | 'on' | 'city' | 'district' | 'dueOn' | 'isLate'>;

/**
 * What 自动排期 is compared with: each customer on the first day of the window with room, else on the first after it,
 * under the same limits, windows and marks of lateness, and without a look at districts. `by` due day, the earliest
 * first, or the order in which 自动排期 serves.
 */
export function firstFit(input: AutoPlanInput, by: 'due' | 'service'): readonly Visit[] {
  const days = planningDays(input.calendar, input.today, input.horizonWorkdays);
  const placeOf = duePlaces(input.calendar, days);
  const places = new Map(days.map((day, place) => [day, place]));
  const load = new PlanLoad(days.length, input.maxPerDay);
  for (const { personId, on, visits } of input.booked) {
    const place = places.get(on);
    if (place !== undefined) load.add(personId, null, place, visits);
  }
  const due = input.candidates.filter(({ dueOn }) => dueOn <= horizonEnd(days));
  const ordered = by === 'due' ? [...due].sort(byDueDay) : inOrderOfService(input.today, due);
  return ordered.flatMap((candidate): readonly Visit[] => {
    const { ownerId: personId, customerId, city, district, dueOn, cadenceDays } = candidate;
    if (personId === null) return [];
    const { first, lateAfter } = planWindow(placeOf(dueOn), cadenceDays, days.length);
    const place = load.firstPlace(personId, first);
    const on = place === null ? undefined : days[place];
    if (place === null || on === undefined) return [];
    load.add(personId, null, place);
    return [{ customerId, personId, on, city, district, dueOn, isLate: place > lateAfter }];
  });
}

function byDueDay(a: PlanCandidate, b: PlanCandidate): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  return a.customerId < b.customerId ? -1 : 1;
}

/**
 * Of the visits proposed, the share (0–1) that share person, day and district with another one, proposed or planned
 * before; NaN of none. Without a district a visit shares with none.
 */
export function gatheredShare(visits: readonly Visit[], { booked }: Pick<AutoPlanInput, 'booked'>): number {
  const count = new Map<string, number>();
  const add = (key: string | null, visits: number) => key !== null && count.set(key, (count.get(key) ?? 0) + visits);
  for (const entry of booked) add(meetingKey(entry), entry.visits);
  for (const visit of visits) add(meetingKey(visit), 1);
  const gathered = visits.filter((visit) => (count.get(meetingKey(visit) ?? '') ?? 0) > 1);
  return gathered.length / visits.length;
}

function meetingKey(visit: {
  readonly personId: string;
  readonly on: CalendarDate;
  readonly city: string | null;
  readonly district: string | null;
}): string | null {
  const key = districtKey(visit.city, visit.district);
  return key === null ? null : `${visit.personId}\n${visit.on}\n${key}`;
}
