import type { WriteDb } from '../../db/journal.ts';
import { headsOfDocs } from '../../db/queries/customer-heads.ts';
import { customers } from '../../db/schema/customers.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../src-shared/core/result.ts';
import type { TierMethodInput } from '../../src-shared/tiers/segmentation-contract.ts';
import { recordTier } from '../features/customers/customer-steps.ts';
import { markProposalSeen, saveMethod } from '../features/tiers/method-settings.ts';
import { type SegmentedBook, segmentBook } from '../features/tiers/segment-book.ts';
import type { Actor } from '../ipc/actor.ts';
import type { ChangeWatch } from '../ipc/change-watch.ts';

export interface ApplyTiers {
  readonly method: TierMethodInput;
  readonly timeZone: string;
  /** Unticked in the preview. */
  readonly exceptIds: readonly Id[];
}

/** Customers between two looks at the cancel flag. */
const chunk = 500;

/**
 * Gives every customer the tier that the method says today, in one batch with its history (domain §4). Worked out anew,
 * inside the batch: what was ordered or pinned since the preview counts. Errors: validation, when the method cannot run.
 */
export function applyTiers(
  db: WriteDb,
  actor: Actor,
  { method, timeZone, exceptIds }: ApplyTiers,
  watch: ChangeWatch,
): Result<{ changed: number; leftAlone: number }, AppError> {
  watch.progress({ stage: 'planning', fraction: null, done: null, total: null, leftMs: null });
  const { today } = actor;
  const segmented = segmentBook(db, { method, asOf: today, today, timeZone });
  if (!segmented.ok) return err({ kind: 'validation', fields: [{ field: 'method.cuts', problem: 'invalid' }] });
  const except = new Set(exceptIds);
  const wanted = movesOf(db, segmented.value);
  const moving = wanted.filter(({ customerId }) => !except.has(customerId));
  for (const [done, { customerId, toTierId }] of moving.entries()) {
    if (done % chunk === 0) {
      if (watch.isCancelled()) return err({ kind: 'cancelled' });
      watch.progress({ stage: 'writing', fraction: done / moving.length, done, total: moving.length, leftMs: null });
    }
    db.update(customers, customerId, { tierId: toTierId });
    recordTier(db, { customerId, tierId: toTierId, effectiveOn: today, method: method.kind, reason: null });
  }
  // What was applied is how tiers are set from now on, and this month's proposal is seen to.
  saveMethod(db, method, true);
  markProposalSeen(db, today);
  return ok({ changed: moving.length, leftAlone: wanted.length - moving.length });
}

/** Pinned and new customers stay where they are: from and to are the same. */
function movesOf(db: WriteDb, { docs, comparison: { tierIds, from, to } }: SegmentedBook) {
  const moving = Array.from(docs.keys()).filter((place) => from[place] !== to[place]);
  const heads = headsOfDocs(
    db,
    moving.map((place) => docs[place] ?? 0),
  );
  return moving.flatMap((place) => {
    const [head, toTierId] = [heads.get(docs[place] ?? 0), tierIds[to[place] ?? -1]];
    return head && toTierId !== undefined ? [{ customerId: head.id, toTierId }] : [];
  });
}
