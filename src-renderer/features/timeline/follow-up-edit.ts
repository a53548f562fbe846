import { z } from 'zod';
import { calendarDateField } from '../../../src-shared/core/fields.ts';
import { instantAt, instantFromMs, localParts } from '../../../src-shared/core/instant.ts';
import type { TimelineItem } from '../../../src-shared/customers/timeline.ts';
import { channels, type FollowUp } from '../../../src-shared/follow-ups/follow-up.ts';
import type { followUpsContract } from '../../../src-shared/follow-ups/follow-ups-contract.ts';
import { timeOfDayField } from '../../../src-shared/follow-ups/follow-ups-contract.ts';
import type { InputOf } from '../../../src-shared/ipc/procedure.ts';

export type TalkItem = Extract<TimelineItem, { kind: 'follow_up' }>;

/** What is half changed. An older version kept the text alone. */
export const editedSchema = z.union([
  z.string(),
  z.object({
    text: z.string(),
    channel: z.enum(channels),
    happened: z.object({ on: calendarDateField, time: timeOfDayField }).nullable(),
    contactId: z.string().nullable(),
    intentLevel: z.number().int().min(1).max(5).nullable(),
    outcome: z.string(),
  }),
]);

export interface EditedFollowUp extends Pick<FollowUp, 'text' | 'channel' | 'contactId' | 'intentLevel'> {
  /** Null: now. */
  readonly happened: ReturnType<typeof happenedOf> | null;
  readonly outcome: string;
}

/** The fields with what was half changed in them. */
export function resumed(started: EditedFollowUp, draft: z.output<typeof editedSchema> | null): EditedFollowUp {
  return typeof draft === 'string' ? { ...started, text: draft } : { ...started, ...draft };
}

/** The fields as they stand. */
export function editedFrom(followUp: FollowUp, timeZone: string): EditedFollowUp {
  const { text, channel, contactId, intentLevel, outcome } = followUp;
  return { text, channel, contactId, intentLevel, outcome: outcome ?? '', happened: happenedOf(followUp, timeZone) };
}

function happenedOf({ happenedAt }: FollowUp, timeZone: string) {
  const { day, time } = localParts(happenedAt, timeZone);
  return { on: day, time };
}

/**
 * Only what differs. The form knows minutes: a moment that was not touched keeps its seconds, which tell two talks of
 * one minute apart.
 */
export function changedFields(
  followUp: FollowUp,
  edited: EditedFollowUp,
  timeZone: string,
  nowMs: number = Date.now(),
): InputOf<typeof followUpsContract.update>['fields'] {
  const before = editedFrom(followUp, timeZone);
  const { text, channel, contactId, intentLevel, outcome, happened } = edited;
  const isMoved = happened?.on !== before.happened?.on || happened?.time !== before.happened?.time;
  const happenedAt = happened ? instantAt(happened.on, happened.time, timeZone) : instantFromMs(nowMs);
  return {
    ...(text.trim() === before.text ? {} : { text }),
    ...(channel === before.channel ? {} : { channel }),
    ...(contactId === before.contactId ? {} : { contactId }),
    ...(intentLevel === before.intentLevel ? {} : { intentLevel }),
    ...(outcome.trim() === before.outcome ? {} : { outcome }),
    ...(isMoved ? { happenedAt } : {}),
  };
}
