import { z } from 'zod';
import { calendarDateField, idField, optionalText, requiredText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import { timeOfDayField } from '../follow-ups/follow-ups-contract.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, returns } from '../ipc/procedure.ts';

const planFields = z.object({
  plannedOn: calendarDateField,
  plannedTime: timeOfDayField.nullable().default(null),
  purpose: optionalText(500).default(null),
});

export const visitsContract = {
  plan: command(
    'follow_ups.edit',
    planFields.extend({ customerId: idField }),
    returns<ChangeOutcome & { readonly id: Id }>(),
    ['customers', 'visit_plans', 'history'],
  ),
  /** Moves or rewords an open plan; where it was before stays in the history. */
  update: command(
    'follow_ups.edit',
    z.object({ id: idField, fields: planFields.partial() }),
    returns<ChangeOutcome>(),
    ['customers', 'visit_plans', 'history'],
  ),
  cancel: command('follow_ups.edit', z.object({ id: idField, reason: requiredText(500) }), returns<ChangeOutcome>(), [
    'customers',
    'visit_plans',
    'history',
  ]),
};
