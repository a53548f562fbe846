import type { WriteDb } from '../../../db/journal.ts';
import { type BulkReader, bulkReader } from '../../../db/queries/bulk-reader.ts';
import { liveUserRows } from '../../../db/queries/user-rows.ts';
import { visitPlans } from '../../../db/schema/follow-ups.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import { isPlannable } from '../../../src-shared/visits/plannable-day.ts';
import type { visitsContract } from '../../../src-shared/visits/visits-contract.ts';
import type { Actor } from '../../ipc/actor.ts';
import type { ChangeWatch } from '../../ipc/change-watch.ts';
import { outOfRange } from '../../ipc/out-of-range.ts';
import { isWithinReach } from '../../ipc/reachable-customer.ts';

export type AcceptedProposal = ParsedInputOf<typeof visitsContract.acceptProposal>;
type AcceptedVisit = AcceptedProposal['visits'][number];

/** Visits between two looks at the cancel flag. */
const chunk = 200;

/**
 * Plans what was ticked of a proposal. The book may have changed since it was made: whoever got a plan, another owner or
 * went to the bin meanwhile, and whatever lies before today by now, is left alone and counted. An id that never was a
 * customer fails as a whole.
 */
export function acceptProposal(
  db: WriteDb,
  actor: Actor,
  { visits, purpose }: AcceptedProposal,
  watch: ChangeWatch,
): Result<{ planned: number; leftAlone: number }, AppError> {
  if (!visits.every(({ on }) => isPlannable(on, actor.today))) return outOfRange('visits');
  const read = bulkReader(db);
  const withFirm = new Set(liveUserRows(db).map(({ id }) => id));
  const nowMs = instantToMs(db.info.now);
  const total = visits.length;
  let planned = 0;
  for (const [done, visit] of visits.entries()) {
    if (done % chunk === 0) {
      if (watch.isCancelled()) return err({ kind: 'cancelled' });
      watch.progress({ stage: 'writing', fraction: done / total, done, total, leftMs: null });
    }
    const { customerId, personId, on } = visit;
    const customer = read.customer(customerId);
    if (!customer) return err({ kind: 'not_found', entity: 'customers', id: customerId });
    if (!stillHolds(actor, read, customer, visit) || !withFirm.has(personId)) continue;
    db.insert(visitPlans, { id: newId(nowMs), customerId, personId, plannedOn: on, purpose });
    planned += 1;
  }
  return ok({ planned, leftAlone: total - planned });
}

function stillHolds(
  actor: Actor,
  read: BulkReader,
  customer: { readonly id: Id; readonly ownerId: Id | null; readonly deletedAt: string | null },
  { personId, on }: AcceptedVisit,
): boolean {
  return (
    on >= actor.today &&
    customer.deletedAt === null &&
    customer.ownerId === personId &&
    isWithinReach(actor, personId) &&
    read.openPlans(customer.id).length === 0
  );
}
