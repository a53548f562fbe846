import { z } from 'zod';
import { addMonths, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { calendarDateField, idField } from '../../../src-shared/core/fields.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { InputOf } from '../../../src-shared/ipc/procedure.ts';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';
import { onDayOffChoices, repeatUnits } from '../../../src-shared/visits/visit-series.ts';
import { planChangeSchema, type visitsContract } from '../../../src-shared/visits/visits-contract.ts';

/** A visit as it is being planned. */
export const planDraftSchema = z.object({
  customer: z.object({ id: idField, name: z.string(), ownerId: idField.nullable() }).nullable(),
  plannedOn: calendarDateField,
  plannedTime: z.string().nullable(),
  lengthMinutes: z.number().nullable(),
  purpose: z.string(),
  personId: idField.nullable(),
  /** False: the customer's owner goes, whoever that is. */
  isPersonChosen: z.boolean(),
  repeat: z
    .object({
      every: z.number(),
      unit: z.enum(repeatUnits),
      untilOn: calendarDateField,
      onDayOff: z.enum(onDayOffChoices),
    })
    .nullable(),
});
export type PlanDraft = z.output<typeof planDraftSchema>;
export type PlanCustomer = NonNullable<PlanDraft['customer']>;
export type RepeatDraft = NonNullable<PlanDraft['repeat']>;

export function emptyPlan(plannedOn: CalendarDate, customer: PlanCustomer | null = null): PlanDraft {
  return {
    customer,
    plannedOn,
    plannedTime: null,
    lengthMinutes: null,
    purpose: '',
    personId: null,
    isPersonChosen: false,
    repeat: null,
  };
}

/** What a repeat begins with: weekly for three months, days off skipped. */
export function firstRepeat(plannedOn: CalendarDate): RepeatDraft {
  return { every: 1, unit: 'week', untilOn: addMonths(plannedOn, 3), onDayOff: 'next_workday' };
}

/** Who would go. */
export function personOf(draft: PlanDraft): Id | null {
  return draft.isPersonChosen ? draft.personId : (draft.customer?.ownerId ?? null);
}

/** Null while no customer is chosen. */
export function planInput(draft: PlanDraft): InputOf<(typeof visitsContract)['plan']> | null {
  if (!draft.customer) return null;
  const { plannedOn, plannedTime, lengthMinutes, purpose, repeat } = draft;
  return {
    customerId: draft.customer.id,
    plannedOn,
    plannedTime,
    lengthMinutes,
    purpose,
    ...(draft.isPersonChosen ? { personId: draft.personId } : {}),
    repeat,
  };
}

/** An open plan, to be changed in the same form. */
export function draftOfPlan(plan: VisitPlan, customer: PlanCustomer): PlanDraft {
  return {
    customer,
    plannedOn: plan.plannedOn,
    plannedTime: plan.plannedTime,
    lengthMinutes: plan.lengthMinutes,
    purpose: plan.purpose ?? '',
    personId: plan.personId,
    isPersonChosen: true,
    repeat: null,
  };
}

type PlanChange = z.output<typeof planChangeSchema>;

/** The fields that differ from the plan; a field left as it was is not written, so that later occurrences keep theirs. */
export function changeOf(plan: VisitPlan, draft: PlanDraft): PlanChange {
  const wished = planChangeSchema.parse({
    plannedOn: draft.plannedOn,
    plannedTime: draft.plannedTime,
    lengthMinutes: draft.lengthMinutes,
    purpose: draft.purpose,
    personId: draft.personId,
  });
  return {
    ...(wished.plannedOn !== plan.plannedOn ? { plannedOn: wished.plannedOn } : {}),
    ...(wished.plannedTime !== plan.plannedTime ? { plannedTime: wished.plannedTime } : {}),
    ...(wished.lengthMinutes !== plan.lengthMinutes ? { lengthMinutes: wished.lengthMinutes } : {}),
    ...(wished.purpose !== plan.purpose ? { purpose: wished.purpose } : {}),
    ...(wished.personId !== plan.personId ? { personId: wished.personId } : {}),
  };
}
