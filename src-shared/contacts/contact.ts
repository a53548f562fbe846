import { z } from 'zod';
import { optionalLines, optionalText, requiredText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { Instant } from '../core/instant.ts';

const fields = z.object({
  name: requiredText(100),
  title: optionalText(100),
  department: optionalText(100),
  mobile: optionalText(100),
  phone: optionalText(100),
  wechat: optionalText(100),
  email: optionalText(200),
  isDecisionMaker: z.boolean(),
  note: optionalLines(2000),
});

export const contactFieldsSchema = fields.extend({ isDecisionMaker: z.boolean().default(false) });
export type ContactFields = z.output<typeof contactFieldsSchema>;

/** A contact of whom nothing is known yet. */
export const blankContactFields: ContactFields = {
  name: '',
  title: null,
  department: null,
  mobile: null,
  phone: null,
  wechat: null,
  email: null,
  isDecisionMaker: false,
  note: null,
};

/** Some fields anew. Made from fields without defaults: zod fills those in for absent fields too, which would wipe them. */
export const contactChangeSchema = fields.partial();

export interface ContactDetail extends ContactFields {
  readonly id: Id;
  readonly customerId: Id;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
