import type { VisitEntry } from './visit-entry.ts';
import type { VisitPlan } from './visit-plan.ts';
import { spanOf } from './visits-contract.ts';

type Placed = Pick<VisitPlan, 'id' | 'personId' | 'plannedOn' | 'plannedTime' | 'lengthMinutes'>;

/**
 * Whether one person would have to be at two visits at once. One that begins when the other ends is no overlap; without
 * a person or without a time nothing is.
 */
export function doOverlap(a: Placed, b: Placed): boolean {
  if (a.id === b.id || a.personId === null || a.personId !== b.personId) return false;
  const [one, other] = [spanOf(a), spanOf(b)];
  if (!one || !other || one.on !== other.on) return false;
  return one.fromMinute < other.toMinute && other.fromMinute < one.toMinute;
}

/** Those of `entries` that overlap one of `plans`, in the order given, each once. */
export function overlapsOf(plans: readonly Placed[], entries: readonly VisitEntry[]): readonly VisitEntry[] {
  const plansOnDay = Map.groupBy(plans, (plan) => plan.plannedOn);
  return entries.filter((entry) =>
    (plansOnDay.get(entry.plan.plannedOn) ?? []).some((plan) => doOverlap(plan, entry.plan)),
  );
}
