import type { ReadDb } from '../../../db/open.ts';
import { linesOfOrder, sourceMarks } from '../../../db/queries/money/order-lines.ts';
import { readLedger } from '../../../db/queries/money/read-ledger.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { ok, type Result } from '../../../src-shared/core/result.ts';
import type { OutputOfProcedure, ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import { type LimitBreach, limitBreaches } from '../../../src-shared/orders/order-limits.ts';
import type { ordersContract } from '../../../src-shared/orders/orders-contract.ts';
import { planInstalments } from '../../../src-shared/orders/plan-instalments.ts';
import { allocationsOfOrder, releasesOfReplan } from '../../../src-shared/orders/replan-order.ts';
import { usablePrepayments } from '../../../src-shared/orders/usable-prepayments.ts';
import type { Ledger } from '../../../src-shared/receivables/ledger.ts';
import { type ReleasedPart, releasableOf } from '../../../src-shared/receivables/ledger-changes.ts';
import type { Actor } from '../../ipc/actor.ts';
import { type CustomerState, customerToChange } from '../../ipc/reachable-customer.ts';
import { orderStanding } from '../../workflows/order-standing.ts';
import { releasableAllocation, releasedAllocation } from '../../workflows/released-allocations.ts';
import { breachesOfChange, changedOrder } from './changed-order.ts';
import { figuresOf } from './create-order.ts';
import { orderToChange } from './order-to-change.ts';
import { resolveLines } from './resolve-lines.ts';

type CheckInput = ParsedInputOf<typeof ordersContract.check>;
type Checked = OutputOfProcedure<typeof ordersContract.check>;

/** What saving would say, of a new order or of one that is edited. Errors: those of its lines. */
export function checkOrder(db: ReadDb, actor: Actor, draft: CheckInput, timeZone: string): Result<Checked, AppError> {
  const present = draft.orderId === null ? null : orderToChange(db, actor, draft.orderId);
  if (present && !present.ok) return present;
  const customer = present ? ok(present.value.customer) : customerToChange(db, actor, draft.customerId, 'orders.edit');
  if (!customer.ok) return customer;
  const resolved = resolveLines(db, actor, draft.lines, present ? linesOfOrder(db, present.value.order.id) : []);
  if (!resolved.ok) return resolved;
  const { lines, amountFen } = resolved.value;
  const ledger = readLedger(db, customer.value.id);
  const instalments = amountFen < 0 ? null : planInstalments({ ...draft, amountFen });
  const settled = draft.orderId === null ? [] : allocationsOfOrder(ledger, draft.orderId);
  const settledFen = settled.reduce((sum, each) => sum + each.amountFen, 0);
  const marks = sourceMarks(db, customer.value.id);
  const toSettle = { id: draft.orderId, issuedOn: draft.issuedOn, openFen: fen(Math.max(0, amountFen - settledFen)) };
  const answer = {
    amountFen,
    lineAmounts: lines.map((line) => line.amountFen),
    instalments: (instalments ?? []).map((part) => ({ dueOn: part.dueOn, amountFen: part.amountFen })),
    prepayments: usablePrepayments(ledger, toSettle, actor.today, (id) => marks.get(id)),
  };
  if (!instalments) return ok({ ...answer, breaches: [], ...nothingReleased });
  if (!present) {
    const drawnUp = { ...resolved.value, instalments };
    return ok({
      ...answer,
      breaches: breachesOfNew(db, actor, customer.value, ledger, draft, drawnUp),
      ...nothingReleased,
    });
  }
  const changed = changedOrder(db, actor, present.value, draft, { timeZone, prefix: '' });
  if (!changed.ok) return changed;
  const releases = releasesOfReplan(ledger, changed.value.replan);
  const { breaches } = breachesOfChange(db, actor, { ...present.value, ledger }, changed.value, releases);
  return ok({ ...answer, breaches, ...releasesShown(ledger, releases) });
}

const nothingReleased = { releases: [], releasable: [] };

/** What goes, and what of the same instalments could go instead. */
function releasesShown(ledger: Ledger, parts: readonly ReleasedPart[]): Pick<Checked, 'releases' | 'releasable'> {
  const receivableIds = new Set(parts.map(({ allocation }) => allocation.receivableId));
  return {
    releases: parts.map((part) => releasedAllocation(ledger, part)),
    releasable: [...receivableIds]
      .flatMap((id) => releasableOf(ledger, id))
      .map((allocation) => releasableAllocation(ledger, allocation)),
  };
}

function breachesOfNew(
  db: ReadDb,
  actor: Actor,
  customer: CustomerState,
  ledger: Ledger,
  draft: CheckInput,
  drawnUp: Parameters<typeof figuresOf>[1],
): readonly LimitBreach[] {
  const prepaid = draft.usePrepayment.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const given = Math.min(drawnUp.amountFen, prepaid + (draft.payment?.amountFen ?? 0));
  const { issuedOn } = draft;
  const standing = orderStanding(db, actor, { customer, ledger, issuedOn, orderId: null });
  return limitBreaches(figuresOf(draft, drawnUp, fen(given)), standing);
}
