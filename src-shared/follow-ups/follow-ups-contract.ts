import { z } from 'zod';
import { maxFilesAtOnce, stagedFileSchema } from '../attachments/attachment.ts';
import { calendarDateField, idField, optionalLines } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import { costFieldsSchema } from '../costs/costs-contract.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, returns } from '../ipc/procedure.ts';
import { followUpChangeSchema, followUpFieldsSchema } from './follow-up.ts';

export const timeOfDayField = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'invalid_date' });

/** The next date in the form: it is an open visit plan, there is no other place for it (domain §6). */
export const nextVisitSchema = z.object({
  on: calendarDateField,
  time: timeOfDayField.nullable().default(null),
  purpose: optionalLines(500).default(null),
});

export const followUpsContract = {
  /** One action, one batch: the follow-up, the plan it closes, the plan it makes. */
  create: command(
    'follow_ups.edit',
    z.object({
      customerId: idField,
      followUp: followUpFieldsSchema,
      next: nextVisitSchema.nullable().default(null),
      closesPlanId: idField.nullable().default(null),
      /** 服务成本 and 让利 of this talk; who may only note that he came in writes none. */
      costs: z.array(costFieldsSchema).max(10).default([]),
      /** Staged before (attachments.stage); they become attachments of this talk. */
      files: z.array(stagedFileSchema).max(maxFilesAtOnce).default([]),
    }),
    returns<ChangeOutcome & { readonly id: Id }>(),
    ['customers', 'follow_ups', 'visit_plans', 'attachments', 'costs', 'history'],
  ),
  update: command(
    'follow_ups.edit',
    z.object({ id: idField, fields: followUpChangeSchema }),
    returns<ChangeOutcome>(),
    ['customers', 'follow_ups', 'history'],
  ),
  /** With its attachments. */
  moveToBin: command('follow_ups.edit', z.object({ id: idField }), returns<ChangeOutcome>(), [
    'customers',
    'follow_ups',
    'attachments',
    'history',
  ]),
};
