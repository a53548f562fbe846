import type { WriteDb } from '../../../db/journal.ts';
import { ifWithFirm } from '../../../db/queries/user-rows.ts';
import { workCalendarOf } from '../../../db/queries/work-calendar.ts';
import { visitPlans, visitSeries } from '../../../db/schema/follow-ups.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import { occurrencesOf } from '../../../src-shared/visits/occurrences.ts';
import { isPlannable } from '../../../src-shared/visits/plannable-day.ts';
import type { PlanOutcome, visitsContract } from '../../../src-shared/visits/visits-contract.ts';
import type { Actor } from '../../ipc/actor.ts';
import { outOfRange } from '../../ipc/out-of-range.ts';
import { customerToChange } from '../../ipc/reachable-customer.ts';
import { overlapsInBook } from './plan-overlaps.ts';
import { personRefusal } from './visit-person.ts';

type PlanVisit = ParsedInputOf<typeof visitsContract.plan>;

/** One visit, or with a repeat all of them at once: each is a plan of its own from then on. */
export function planVisit(
  db: WriteDb,
  actor: Actor,
  { customerId, repeat, personId: wanted, ...details }: PlanVisit,
): Result<Omit<PlanOutcome, 'batchId'> & { id: Id; planned: number }, AppError> {
  const customer = customerToChange(db, actor, customerId, 'follow_ups.edit');
  if (!customer.ok) return customer;
  const refusal = wanted === undefined ? null : personRefusal(db, actor, wanted, 'personId');
  if (refusal) return err(refusal);
  const days = daysToPlan(db, actor, details.plannedOn, repeat);
  if (!days.ok) return days;

  const nowMs = instantToMs(db.info.now);
  const common = {
    ...details,
    customerId,
    personId: wanted === undefined ? ifWithFirm(db, customer.value.ownerId) : wanted,
  };
  const seriesId = repeat === null ? null : newId(nowMs);
  if (repeat !== null && seriesId !== null) {
    const { plannedOn: startsOn, ...ordered } = common;
    db.insert(visitSeries, { ...ordered, ...repeat, id: seriesId, startsOn });
  }
  const plans = days.value.map((plannedOn) => ({ ...common, id: newId(nowMs), plannedOn, seriesId }));
  for (const plan of plans) db.insert(visitPlans, plan);
  const [first] = plans;
  if (!first) throw new Error('a span that begins and ends has a first day');
  return ok({ id: first.id, planned: plans.length, overlaps: overlapsInBook(db, plans) });
}

function daysToPlan(
  db: WriteDb,
  { today }: Actor,
  startsOn: CalendarDate,
  repeat: PlanVisit['repeat'],
): Result<readonly CalendarDate[], AppError> {
  if (!isPlannable(startsOn, today)) return outOfRange('plannedOn');
  if (repeat === null) return ok([startsOn]);
  const days = occurrencesOf(startsOn, repeat, workCalendarOf(db));
  return days ? ok(days) : outOfRange('repeat.untilOn');
}
