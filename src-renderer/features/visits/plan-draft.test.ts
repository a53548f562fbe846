import { describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { instantFromMs } from '../../../src-shared/core/instant.ts';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';
import { changeOf, draftOfPlan, emptyPlan, firstRepeat, personOf, planInput } from './plan-draft.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

const [owner, other] = [newId(), newId()];
const customer = { id: newId(), name: '王记建材', ownerId: owner };
const at = instantFromMs(Date.UTC(2026, 8, 1));
const plan: VisitPlan = {
  id: newId(),
  customerId: customer.id,
  personId: owner,
  plannedOn: day('2026-09-17'),
  plannedTime: '10:00',
  lengthMinutes: null,
  purpose: null,
  status: 'planned',
  cancelledReason: null,
  doneById: null,
  seriesId: null,
  createdAt: at,
  updatedAt: at,
};

describe('planInput', () => {
  it('is nothing while no customer is chosen', () => {
    expect(planInput(emptyPlan(day('2026-09-17')))).toBeNull();
  });

  it('leaves the person to the owner until one is chosen, nobody included', () => {
    const draft = emptyPlan(day('2026-09-17'), customer);
    expect(planInput(draft)).not.toHaveProperty('personId');
    expect(personOf(draft)).toBe(owner);
    expect(planInput({ ...draft, isPersonChosen: true })).toHaveProperty('personId', null);
    expect(personOf({ ...draft, isPersonChosen: true, personId: other })).toBe(other);
  });
});

describe('changeOf', () => {
  it('writes nothing when nothing was changed', () => {
    expect(changeOf(plan, draftOfPlan(plan, customer))).toEqual({});
  });

  it('writes only what was changed', () => {
    const draft = { ...draftOfPlan(plan, customer), plannedOn: day('2026-09-18'), purpose: ' 送样 ' };
    expect(changeOf(plan, draft)).toEqual({ plannedOn: '2026-09-18', purpose: '送样' });
  });

  it('takes a time away', () => {
    expect(changeOf(plan, { ...draftOfPlan(plan, customer), plannedTime: null })).toEqual({ plannedTime: null });
  });
});

describe('firstRepeat', () => {
  it('goes on for three months, held to the end of a shorter one', () => {
    expect(firstRepeat(day('2026-11-30')).untilOn).toBe('2027-02-28');
  });
});
