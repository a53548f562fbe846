import { z } from 'zod';
import { idField, instantField, optionalLines, requiredLines } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { Instant } from '../core/instant.ts';

/** 电话, 微信, 上门, 来访, 邮件, 短信, 视频, 传真, 其他 (domain §6). */
export const channels = ['phone', 'wechat', 'visit', 'inbound_visit', 'email', 'sms', 'video', 'fax', 'other'] as const;
export type Channel = (typeof channels)[number];

/** Saving one of these offers, ticked, to close the open plan nearest in days; the others offer it unticked (domain §6). */
const closingChannels: ReadonlySet<Channel> = new Set<Channel>(['visit', 'inbound_visit', 'phone', 'video']);

export function closesPlanByDefault(channel: Channel): boolean {
  return closingChannels.has(channel);
}

const fields = z.object({
  text: requiredLines(10_000),
  channel: z.enum(channels),
  contactId: idField.nullable(),
  happenedAt: instantField,
  outcome: optionalLines(500),
  /** Intention strength, 1 weak – 5 strong. */
  intentLevel: z.number().int().min(1, { message: 'out_of_range' }).max(5, { message: 'out_of_range' }).nullable(),
});

export const followUpFieldsSchema = fields.extend({
  contactId: fields.shape.contactId.default(null),
  outcome: fields.shape.outcome.default(null),
  intentLevel: fields.shape.intentLevel.default(null),
});
export type FollowUpFields = z.output<typeof followUpFieldsSchema>;

/** Some fields anew. Made from fields without defaults: zod fills those in for absent fields too, which would wipe them. */
export const followUpChangeSchema = fields.partial();

export interface FollowUp extends FollowUpFields {
  readonly id: Id;
  readonly customerId: Id;
  readonly authorId: Id;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
