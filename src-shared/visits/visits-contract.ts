import { z } from 'zod';
import { calendarDateField, idField, optionalText, requiredText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import { timeOfDayField } from '../follow-ups/follow-ups-contract.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, returns } from '../ipc/procedure.ts';

const fields = z.object({
  plannedOn: calendarDateField,
  plannedTime: timeOfDayField.nullable(),
  purpose: optionalText(500),
});

/** Some fields anew. Made from fields without defaults: zod fills those in for absent fields too, which would wipe them. */
export const planChangeSchema = fields.partial();

const planFields = fields.extend({
  plannedTime: fields.shape.plannedTime.default(null),
  purpose: fields.shape.purpose.default(null),
});

export const visitsContract = {
  plan: command(
    'follow_ups.edit',
    planFields.extend({ customerId: idField }),
    returns<ChangeOutcome & { readonly id: Id }>(),
    ['customers', 'visit_plans', 'history'],
  ),
  /** Moves or rewords an open plan; where it was before stays in the history. */
  update: command('follow_ups.edit', z.object({ id: idField, fields: planChangeSchema }), returns<ChangeOutcome>(), [
    'customers',
    'visit_plans',
    'history',
  ]),
  cancel: command('follow_ups.edit', z.object({ id: idField, reason: requiredText(500) }), returns<ChangeOutcome>(), [
    'customers',
    'visit_plans',
    'history',
  ]),
};
