import { z } from 'zod';
import { stagedFileSchema } from '../../../src-shared/attachments/attachment.ts';
import { calendarDateField } from '../../../src-shared/core/fields.ts';
import { costFieldsSchema } from '../../../src-shared/costs/costs-contract.ts';
import { channels } from '../../../src-shared/follow-ups/follow-up.ts';
import { timeOfDayField } from '../../../src-shared/follow-ups/follow-ups-contract.ts';

/**
 * What is half typed in the box; null where the user left it to the defaults. What came after the first version has a
 * default, so that a draft kept by an older one is still read.
 */
export const followUpDraftSchema = z.object({
  text: z.string(),
  channel: z.enum(channels).nullable(),
  closesPlan: z.boolean().nullable(),
  next: z.object({ on: calendarDateField.nullable() }).nullable(),
  nextTime: timeOfDayField.nullable().default(null),
  nextPurpose: z.string().default(''),
  happened: z.object({ on: calendarDateField, time: timeOfDayField }).nullable().default(null),
  contactId: z.string().nullable().default(null),
  intentLevel: z.number().int().min(1).max(5).nullable().default(null),
  outcome: z.string().default(''),
  files: z.array(stagedFileSchema).default([]),
  costs: z.array(costFieldsSchema).default([]),
});
export type FollowUpDraft = z.output<typeof followUpDraftSchema>;

export const emptyFollowUp: FollowUpDraft = {
  text: '',
  channel: null,
  closesPlan: null,
  next: null,
  nextTime: null,
  nextPurpose: '',
  happened: null,
  contactId: null,
  intentLevel: null,
  outcome: '',
  files: [],
  costs: [],
};

export function followUpDraftKey(customerId: string): string {
  return `follow-up:${customerId}`;
}
