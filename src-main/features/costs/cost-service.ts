import type { z } from 'zod';
import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { followUps } from '../../../db/schema/follow-ups.ts';
import { salesOrders } from '../../../db/schema/orders.ts';
import { serviceCosts } from '../../../db/schema/segmentation.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { given } from '../../../src-shared/core/given.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { costsContract } from '../../../src-shared/costs/costs-contract.ts';
import type { Actor } from '../../ipc/actor.ts';
import { customerToChange } from '../../ipc/reachable-customer.ts';

type Added = z.output<typeof costsContract.add.input>;
type Changed = z.output<typeof costsContract.update.input>['fields'];

/** Errors: those of customerToChange; validation unknown_choice (the talk or order is another customer's). */
export function addCost(db: WriteDb, actor: Actor, { on, ...cost }: Added): Result<{ id: Id }, AppError> {
  const customer = customerToChange(db, actor, cost.customerId, 'follow_ups.edit');
  if (!customer.ok) return customer;
  for (const [field, table] of [
    ['followUpId', followUps],
    ['orderId', salesOrders],
  ] as const) {
    const named = cost[field];
    if (named !== null && findRow(db, table, named)?.customerId !== cost.customerId)
      return err({ kind: 'validation', fields: [{ field, problem: 'unknown_choice' }] });
  }
  const id = newId(instantToMs(db.info.now));
  db.insert(serviceCosts, { ...cost, id, onDay: on });
  return ok({ id });
}

export function updateCost(db: WriteDb, actor: Actor, id: Id, { on, ...fields }: Changed): Result<object, AppError> {
  const found = costToChange(db, actor, id);
  if (!found.ok) return found;
  db.update(serviceCosts, id, { ...given(fields), ...(on === undefined ? {} : { onDay: on }) });
  return ok({});
}

export function removeCost(db: WriteDb, actor: Actor, id: Id): Result<object, AppError> {
  const found = costToChange(db, actor, id);
  if (!found.ok) return found;
  db.update(serviceCosts, id, { deletedAt: db.info.now });
  return ok({});
}

/** Errors: not_found, forbidden, conflict in_bin (it or its customer). */
function costToChange(db: ReadDb, actor: Actor, id: Id): Result<null, AppError> {
  const row = findRow(db, serviceCosts, id);
  if (!row) return err({ kind: 'not_found', entity: 'service_costs', id });
  const customer = customerToChange(db, actor, row.customerId, 'follow_ups.edit');
  if (!customer.ok) return customer;
  return row.deletedAt === null ? ok(null) : err({ kind: 'conflict', reason: 'in_bin', otherId: id });
}
