import type { WriteDb } from '../../../db/journal.ts';
import { type BulkReader, bulkReader } from '../../../db/queries/bulk-reader.ts';
import type { BookDay } from '../../../db/queries/customer-filter.ts';
import { customers, customerTags } from '../../../db/schema/customers.ts';
import type { AppError, FieldError } from '../../../src-shared/core/app-error.ts';
import { assertNever } from '../../../src-shared/core/assert-never.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type {
  BulkChange,
  BulkOutcome,
  CustomerSelection,
  LeftAlone,
} from '../../../src-shared/customers/customers-contract.ts';
import type { Actor } from '../../ipc/actor.ts';
import type { ChangeWatch } from '../../ipc/change-watch.ts';
import { isWithinReach } from '../../ipc/reachable-customer.ts';
import { mayGiveTiers, mayGiveTo, ownerProblem, tagProblem, tierProblem } from './customer-references.ts';
import { handOverPlans, putTagOn, recordTier } from './customer-steps.ts';
import { selectedIds } from './selected-ids.ts';

export interface BulkEdit {
  readonly selection: CustomerSelection;
  readonly day: BookDay;
  readonly change: BulkChange;
}

type Candidate = NonNullable<ReturnType<BulkReader['customer']>>;
type Reason = LeftAlone['reason'];

/** Named in the outcome; the others are only counted. */
const namedLeftAlone = 50;
/** Customers between two looks at the cancel flag. */
const chunk = 200;

/**
 * The same change to each customer. Those it cannot or need not change are left alone and named; when one
 * customer was named and no other, that reason is the error. An id that never was one fails as a whole.
 */
export function bulkEdit(
  db: WriteDb,
  actor: Actor,
  { selection, day, change }: BulkEdit,
  watch: ChangeWatch,
): Result<Omit<BulkOutcome, 'batchId'>, AppError> {
  const refusal = refusalOf(db, actor, change);
  if (refusal) return err(refusal);
  const read = bulkReader(db);
  const wanted = selectedIds(db, selection, day);
  const isForOne = selection.kind === 'ids' && wanted.length === 1;
  const leftAloneRows: LeftAlone[] = [];
  let leftAlone = 0;
  for (const [done, id] of wanted.entries()) {
    if (done % chunk === 0) {
      if (watch.isCancelled()) return err({ kind: 'cancelled' });
      watch.progress({ stage: 'writing', fraction: done / wanted.length, done, total: wanted.length, leftMs: null });
    }
    const customer = read.customer(id);
    if (!customer) return err({ kind: 'not_found', entity: 'customers', id });
    const reason = changeOne(db, actor, read, customer, change);
    if (reason === null) continue;
    if (isForOne && reason !== 'already_so') return err(errorOf(reason, id));
    leftAlone += 1;
    if (leftAloneRows.length < namedLeftAlone) leftAloneRows.push({ id, name: customer.name, reason });
  }
  return ok({ changed: wanted.length - leftAlone, leftAlone, leftAloneRows });
}

function refusalOf(db: WriteDb, actor: Actor, change: BulkChange): AppError | null {
  switch (change.kind) {
    case 'tier':
      return invalid(tierProblem(db, change.tierId, 'change.tierId')) ?? mayGiveTiers(actor);
    case 'owner':
      return (
        invalid(ownerProblem(db, change.ownerId, 'change.ownerId')) ?? mayGiveTo(actor, change.ownerId, 'bulk.edit')
      );
    case 'addTag':
    case 'removeTag':
      return invalid(tagProblem(db, change.tagId, 'change.tagId'));
    case 'bin':
      return null;
    default:
      return assertNever(change);
  }
}

function invalid(problem: FieldError | null): AppError | null {
  return problem && { kind: 'validation', fields: [problem] };
}

/** Null: changed. */
function changeOne(
  db: WriteDb,
  actor: Actor,
  read: BulkReader,
  customer: Candidate,
  change: BulkChange,
): Reason | null {
  if (!isWithinReach(actor, customer.ownerId)) return 'not_yours';
  if (customer.deletedAt !== null) return change.kind === 'bin' ? 'already_so' : 'in_bin';
  const { id } = customer;
  switch (change.kind) {
    case 'tier': {
      const { tierId } = change;
      if (!db.update(customers, id, { tierId })) return 'already_so';
      recordTier(db, { customerId: id, tierId, effectiveOn: actor.today, method: 'hand', reason: null });
      return null;
    }
    case 'owner':
      if (!db.update(customers, id, { ownerId: change.ownerId })) return 'already_so';
      handOverPlans(db, read.openPlans(id), customer.ownerId, change.ownerId);
      return null;
    case 'addTag':
      if (read.tagLinkId(id, change.tagId) !== null) return 'already_so';
      putTagOn(db, id, change.tagId);
      return null;
    case 'removeTag': {
      const linkId = read.tagLinkId(id, change.tagId);
      if (linkId === null) return 'already_so';
      db.remove(customerTags, linkId);
      return null;
    }
    case 'bin':
      if (read.openPlans(id).length > 0) return 'has_open_plans';
      if (read.hasMoney(id)) return 'has_money';
      db.update(customers, id, { deletedAt: db.info.now });
      return null;
    default:
      return assertNever(change);
  }
}

function errorOf(reason: Exclude<Reason, 'already_so'>, otherId: Id): AppError {
  return reason === 'not_yours' ? { kind: 'forbidden', right: 'bulk.edit' } : { kind: 'conflict', reason, otherId };
}
