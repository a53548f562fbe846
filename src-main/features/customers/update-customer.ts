import type { WriteDb } from '../../../db/journal.ts';
import { customerFieldsChangedSince, haveTagsChangedSince } from '../../../db/queries/changes-since.ts';
import { openPlanRows, type TagLinkRow, tagLinkRows } from '../../../db/queries/customer-children.ts';
import { customers, customerTags } from '../../../db/schema/customers.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { type Given, given } from '../../../src-shared/core/given.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { CustomerFields } from '../../../src-shared/customers/customer.ts';
import type { customersContract } from '../../../src-shared/customers/customers-contract.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { Actor } from '../../ipc/actor.ts';
import { type CustomerState, customerToChange } from '../../ipc/reachable-customer.ts';
import {
  mayGiveTiers,
  mayGiveTo,
  ownerProblem,
  referrerProblem,
  tagProblem,
  tierProblem,
} from './customer-references.ts';
import { handOverPlans, putTagOn, recordTier } from './customer-steps.ts';

export type CustomerChange = ParsedInputOf<typeof customersContract.update>;
type FieldChanges = Given<Partial<CustomerFields>>;

/** Writes what differs; fields that somebody else changed since `seenAt` are a conflict, `detail` names the first. */
export function updateCustomer(db: WriteDb, actor: Actor, input: CustomerChange): Result<object, AppError> {
  const found = customerToChange(db, actor, input.id, 'customers.edit');
  if (!found.ok) return found;
  const customer = found.value;
  const fields = differing(given(input.fields), customer);
  const tags = input.tagIds === undefined ? null : tagChanges(tagLinkRows(db, input.id), input.tagIds);
  const refusal = refusalOf(db, actor, customer.id, fields, tags) ?? conflictOf(db, actor, input, fields, tags);
  if (refusal) return err(refusal);

  db.update(customers, customer.id, fields);
  if (fields.tierId !== undefined) {
    const reason = fields.tierPinnedReason ?? null;
    const { tierId } = fields;
    recordTier(db, { customerId: customer.id, tierId, effectiveOn: actor.today, method: 'hand', reason });
  }
  if (fields.ownerId !== undefined) {
    handOverPlans(db, openPlanRows(db, customer.id), customer.ownerId, fields.ownerId);
  }
  for (const link of tags?.taken ?? []) db.remove(customerTags, link.id);
  for (const { tagId } of tags?.added ?? []) putTagOn(db, customer.id, tagId);
  return ok({});
}

function differing(fields: FieldChanges, customer: CustomerState): FieldChanges {
  // Safe: the keys of CustomerFields are columns of customers.
  const present: Readonly<Record<string, unknown>> = customer;
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => present[key] !== value)) as FieldChanges;
}

interface TagChanges {
  readonly taken: readonly TagLinkRow[];
  /** With their place in the input, for the message. */
  readonly added: readonly { readonly tagId: Id; readonly index: number }[];
}

/** Null when the tags are as wished. */
function tagChanges(links: readonly TagLinkRow[], wished: readonly Id[]): TagChanges | null {
  const present = new Set(links.map(({ tagId }) => tagId));
  const taken = links.filter(({ tagId }) => !wished.includes(tagId));
  const added = wished.flatMap((tagId, index) =>
    present.has(tagId) || wished.indexOf(tagId) !== index ? [] : [{ tagId, index }],
  );
  return taken.length + added.length > 0 ? { taken, added } : null;
}

function refusalOf(db: WriteDb, actor: Actor, id: Id, fields: FieldChanges, tags: TagChanges | null): AppError | null {
  const problems = [
    tierProblem(db, fields.tierId ?? null, 'fields.tierId'),
    ownerProblem(db, fields.ownerId ?? null, 'fields.ownerId'),
    referrerProblem(db, fields.referredById ?? null, { itself: id, field: 'fields.referredById' }),
    ...(tags?.added ?? []).map(({ tagId, index }) => tagProblem(db, tagId, `tagIds.${index}`)),
  ].filter((problem) => problem !== null);
  if (problems.length > 0) return { kind: 'validation', fields: problems };
  const givesTier = fields.tierId !== undefined || fields.tierPinnedReason !== undefined;
  return (
    (givesTier ? mayGiveTiers(actor) : null) ??
    (fields.ownerId === undefined ? null : mayGiveTo(actor, fields.ownerId, 'customers.edit'))
  );
}

function conflictOf(
  db: WriteDb,
  { userId }: Actor,
  { id, seenAt: since }: CustomerChange,
  fields: FieldChanges,
  tags: TagChanges | null,
): AppError | null {
  const changed = customerFieldsChangedSince(db, id, { since, userId });
  const clash = Object.keys(fields).find((field) => changed.has(field));
  const detail = clash ?? (tags && haveTagsChangedSince(db, id, { since, userId }) ? 'tagIds' : undefined);
  return detail === undefined ? null : { kind: 'conflict', reason: 'changed_meanwhile', otherId: id, detail };
}
