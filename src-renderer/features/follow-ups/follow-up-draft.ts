import { z } from 'zod';
import { calendarDateField } from '../../../src-shared/core/fields.ts';
import { channels } from '../../../src-shared/follow-ups/follow-up.ts';

/** What is half typed in the box; null where the user left it to the defaults. */
export const followUpDraftSchema = z.object({
  text: z.string(),
  channel: z.enum(channels).nullable(),
  closesPlan: z.boolean().nullable(),
  next: z.object({ on: calendarDateField.nullable() }).nullable(),
});
export type FollowUpDraft = z.output<typeof followUpDraftSchema>;

export const emptyFollowUp: FollowUpDraft = { text: '', channel: null, closesPlan: null, next: null };

export function followUpDraftKey(customerId: string): string {
  return `follow-up:${customerId}`;
}
