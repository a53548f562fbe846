import { z } from 'zod';
import { idField, optionalLines, requiredText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';

/** Palette names, not colours: each theme has its own text and tint for them. */
export const tierColors = ['amber', 'teal', 'blue', 'slate', 'violet', 'rose'] as const;
export type TierColor = (typeof tierColors)[number];

/** 基本型, 被动型, 负责型, 能动型, 伙伴型 (domain §4). */
export const relationshipLevels = ['basic', 'reactive', 'accountable', 'proactive', 'partnership'] as const;
export type RelationshipLevel = (typeof relationshipLevels)[number];

/** Days between visits of a customer without a tier (domain §6). */
export const cadenceDaysWithoutTier = 30;

export const tierFieldsSchema = z.object({
  name: requiredText(20),
  color: z.enum(tierColors),
  isKey: z.boolean(),
  cadenceDays: z.number().int().min(1, { message: 'out_of_range' }).max(3650, { message: 'out_of_range' }),
  relationshipLevel: z.enum(relationshipLevels),
  /** What its customers are promised. */
  servicePromise: optionalLines(500),
});
export type TierFields = z.output<typeof tierFieldsSchema>;

export interface Tier extends TierFields {
  readonly id: Id;
  /** 0 is the highest. */
  readonly position: number;
  /** Kept for the history, no longer given to anyone. */
  readonly isArchived: boolean;
  /** Live customers that have it now. */
  readonly customerCount: number;
}

/** What a new book starts with (domain §4, §6). */
export const defaultTiers: readonly TierFields[] = [
  { name: 'A', color: 'amber', isKey: true, cadenceDays: 7, relationshipLevel: 'partnership', servicePromise: null },
  { name: 'B', color: 'teal', isKey: true, cadenceDays: 14, relationshipLevel: 'proactive', servicePromise: null },
  { name: 'C', color: 'blue', isKey: false, cadenceDays: 30, relationshipLevel: 'accountable', servicePromise: null },
  { name: 'D', color: 'slate', isKey: false, cadenceDays: 90, relationshipLevel: 'reactive', servicePromise: null },
];

/** The list as the user left it: order is position; a tier left out is archived, or binned when nobody ever had it. */
export const tierListSchema = z
  .array(tierFieldsSchema.extend({ id: idField.nullable() }))
  .min(1)
  .max(20);
