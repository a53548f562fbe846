import { bookedVisits, planCandidates } from '../../../db/queries/auto-plan-candidates.ts';
import { workCalendarOf } from '../../../db/queries/work-calendar.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok } from '../../../src-shared/core/result.ts';
import { autoPlan } from '../../../src-shared/visits/auto-plan.ts';
import { unusualDays } from '../../../src-shared/visits/auto-plan-days.ts';
import type { AutoPlanProposal } from '../../../src-shared/visits/auto-plan-proposal.ts';
import { horizonEnd, planningDays } from '../../../src-shared/visits/auto-plan-window.ts';
import type { Job } from '../../jobs/job.ts';

export interface ProposeVisits {
  readonly today: CalendarDate;
  readonly horizonWorkdays: number;
  readonly maxPerDay: number;
  /** Null: everybody, and those without an owner are listed. */
  readonly persons: readonly Id[] | null;
}

/** Named in the proposal; the others are only counted. */
const namedUnplanned = 500;

/** 自动排期 (domain §6) over the book as it is at one moment. Writes nothing. */
export const proposeVisitsJob: Job<ProposeVisits, AutoPlanProposal> = (order, control) => {
  const opened = control.openBook('read');
  if (!opened.ok) return opened;
  const db = opened.value;
  const { today, horizonWorkdays, maxPerDay, persons } = order;
  control.progress({ stage: 'reading', fraction: null, done: null, total: null, leftMs: null });
  const calendar = workCalendarOf(db);
  const days = planningDays(calendar, today, horizonWorkdays);
  const to = horizonEnd(days);
  // One read transaction: a visit planned in between would be counted in one list and missing from the other.
  const { candidates, booked } = db.sqlite.transaction(() => ({
    candidates: planCandidates(db, to, persons),
    booked: bookedVisits(db, { today, to }, persons),
  }))();
  const total = candidates.length;
  const plan = autoPlan({ today, calendar, horizonWorkdays, maxPerDay, candidates, booked }, (done) => {
    control.progress({ stage: 'planning', fraction: done / total, done, total, leftMs: null });
    return control.isCancelled();
  });
  if (!plan) return err({ kind: 'cancelled' });
  const from = days[0] ?? today;
  return ok({
    from,
    to,
    maxPerDay,
    visits: plan.visits,
    unplanned: plan.unplanned.slice(0, namedUnplanned),
    unplannedCount: plan.unplanned.length,
    withoutOwnerCount: plan.unplanned.filter(({ reason }) => reason === 'no_owner').length,
    fullDays: plan.fullDays,
    ...unusualDays(calendar, { from: today, to }),
    knownUntilYear: calendar.knownUntilYear,
  });
};
