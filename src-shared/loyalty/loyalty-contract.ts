import { z } from 'zod';
import { idField } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { Fen } from '../core/money.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, query, returns } from '../ipc/procedure.ts';
import type { RelationshipLevel } from '../tiers/tier.ts';
import { type Assessment, assessmentSchema, type RivalNote, rivalNoteSchema } from './assessment.ts';
import type { Loyalty, LoyaltyInput } from './loyalty.ts';

const topics = ['loyalty', 'customers', 'warnings', 'history'] as const;

export const loyaltyContract = {
  /** Figures of money are null for who may not read the customer's. */
  get: query(
    'customers.read',
    z.object({ customerId: idField }),
    returns<{
      readonly assessment: Assessment;
      readonly loyalty: Loyalty;
      readonly input: Omit<LoyaltyInput, 'salesFen'> & { readonly salesFen: Fen | null };
      /** Sales in 12 months ÷ yearly need; null: not known. */
      readonly walletPercent: number | null;
      readonly referredBy: { readonly id: Id; readonly name: string } | null;
      readonly referrals: readonly { readonly id: Id; readonly name: string }[];
      readonly rivals: readonly RivalNote[];
      /** The customer's own, else its tier's. */
      readonly relationshipLevel: RelationshipLevel | null;
      readonly ownRelationshipLevel: RelationshipLevel | null;
    }>(),
  ),
  /** Writes the fields given. */
  assess: command(
    'follow_ups.edit',
    z.object({ customerId: idField, fields: assessmentSchema.partial() }),
    returns<ChangeOutcome>(),
    topics,
  ),
  addRival: command(
    'follow_ups.edit',
    rivalNoteSchema.extend({
      customerId: idField,
      product: rivalNoteSchema.shape.product.default(null),
      unitPriceE4: rivalNoteSchema.shape.unitPriceE4.default(null),
      sharePercent: rivalNoteSchema.shape.sharePercent.default(null),
      note: rivalNoteSchema.shape.note.default(null),
    }),
    returns<ChangeOutcome & { readonly id: Id }>(),
    topics,
  ),
  updateRival: command(
    'follow_ups.edit',
    z.object({ id: idField, fields: rivalNoteSchema.partial() }),
    returns<ChangeOutcome>(),
    topics,
  ),
  removeRival: command('follow_ups.edit', z.object({ id: idField }), returns<ChangeOutcome>(), topics),
};
