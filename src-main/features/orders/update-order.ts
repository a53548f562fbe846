import type { WriteDb } from '../../../db/journal.ts';
import { linesOfOrder } from '../../../db/queries/money/order-lines.ts';
import { readLedger } from '../../../db/queries/money/read-ledger.ts';
import { salesOrderLines, salesOrders } from '../../../db/schema/orders.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { ordersContract } from '../../../src-shared/orders/orders-contract.ts';
import {
  allocationsOfOrder,
  areEnough,
  type Replan,
  releasesOfReplan,
  replanOrder,
} from '../../../src-shared/orders/replan-order.ts';
import type { Ledger } from '../../../src-shared/receivables/ledger.ts';
import type { ReleasedPart } from '../../../src-shared/receivables/ledger-changes.ts';
import type { Actor } from '../../ipc/actor.ts';
import { writeLedgerChange } from '../../workflows/write-ledger-change.ts';
import { type Approver, agreement } from './agree-order.ts';
import { breachesOfChange, changedOrder } from './changed-order.ts';
import { headOf } from './create-order.ts';
import { salespersonProblem, takenNumber } from './draw-up-order.ts';
import { orderToChange } from './order-to-change.ts';
import type { ResolvedLine } from './resolve-lines.ts';

type UpdateInput = ParsedInputOf<typeof ordersContract.update>;

export function updateOrder(
  db: WriteDb,
  actor: Actor,
  { id, fields, releases: wished }: UpdateInput,
  approver: Approver | null,
  timeZone: string,
): Result<object, AppError> {
  const found = orderToChange(db, actor, id);
  if (!found.ok) return found;
  const { order } = found.value;
  const { customerId } = order;
  const orderNo = fields.orderNo ?? order.orderNo;
  const salespersonId = fields.salespersonId === undefined ? order.salespersonId : fields.salespersonId;
  const isAnothers = salespersonId !== order.salespersonId;
  const problem =
    takenNumber(db, orderNo, id) ?? (isAnothers ? salespersonProblem(db, actor, salespersonId, 'fields.') : null);
  if (problem) return err(problem);
  const changed = changedOrder(db, actor, found.value, fields, { timeZone, prefix: 'fields.' });
  if (!changed.ok) return changed;

  const ledger = readLedger(db, customerId);
  const { replan, lines } = changed.value;
  const releases = releasesOf(ledger, replan, wished);
  if (!releases.ok) return releases;
  const { figures, breaches } = breachesOfChange(db, actor, { ...found.value, ledger }, changed.value, releases.value);
  const agreed = agreement(actor.userId, breaches, figures, approver);
  if (!agreed.ok) return agreed;

  // Who agreed what stood before is kept until something has to be agreed anew.
  const agreedAnew = breaches.length > 0 ? agreed.value : {};
  db.update(salesOrders, id, { ...headOf(fields), ...agreedAnew, orderNo, salespersonId });
  writeLines(db, { customerId, orderId: id }, lines);
  const nextId = () => newId(instantToMs(db.info.now));
  const written = writeLedgerChange(db, customerId, ledger, replanOrder(ledger, replan, releases.value, nextId));
  return written.ok ? ok({}) : written;
}

/** Errors: conflict releases_needed, validation of a release that is not the order's or more than was allocated. */
function releasesOf(
  ledger: Ledger,
  replan: Replan,
  wished: UpdateInput['releases'],
): Result<readonly ReleasedPart[], AppError> {
  if (releasesOfReplan(ledger, replan).length === 0) return ok([]);
  const needed = { kind: 'conflict', reason: 'releases_needed', otherId: replan.orderId } as const;
  if (!wished) return err(needed);
  const own = new Map(allocationsOfOrder(ledger, replan.orderId).map((each) => [each.id, each]));
  const parts: ReleasedPart[] = [];
  for (const [index, { allocationId, releasedFen }] of wished.entries()) {
    const allocation = own.get(allocationId);
    // Named twice, it is the second that is not there.
    own.delete(allocationId);
    if (!allocation || releasedFen > allocation.amountFen) {
      const [name, problem] = allocation
        ? (['releasedFen', 'out_of_range'] as const)
        : (['allocationId', 'unknown_choice'] as const);
      return err({ kind: 'validation', fields: [{ field: `releases.${index}.${name}`, problem }] });
    }
    parts.push({ allocation, releasedFen });
  }
  return areEnough(ledger, replan, parts) ? ok(parts) : err(needed);
}

function writeLines(
  db: WriteDb,
  of: { readonly customerId: Id; readonly orderId: Id },
  lines: readonly ResolvedLine[],
): void {
  const kept = new Set(lines.map(({ id }) => id));
  for (const { id } of linesOfOrder(db, of.orderId)) {
    if (!kept.has(id)) db.update(salesOrderLines, id, { deletedAt: db.info.now });
  }
  for (const { id, ...line } of lines) {
    if (id !== null) db.update(salesOrderLines, id, line);
    else db.insert(salesOrderLines, { ...line, ...of, id: newId(instantToMs(db.info.now)) });
  }
}
