import type { WriteDb } from '../../../db/journal.ts';
import { sourceMarks } from '../../../db/queries/money/order-lines.ts';
import { readLedger } from '../../../db/queries/money/read-ledger.ts';
import { salesOrders } from '../../../db/schema/orders.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { ordersContract } from '../../../src-shared/orders/orders-contract.ts';
import { mergedChanges, receivablesOfOrder } from '../../../src-shared/orders/replan-order.ts';
import { voidReceivable, voidSource } from '../../../src-shared/receivables/ledger-changes.ts';
import type { Actor } from '../../ipc/actor.ts';
import { writeLedgerChange } from '../../workflows/write-ledger-change.ts';
import { orderToChange } from './order-to-change.ts';

/**
 * An order that is not to be: what is owed for it goes, with what was written off of it; what was paid becomes prepayment.
 * Goods taken back of it were none either: their credits go too, unless one was paid back in money (conflict exceeds_left).
 */
export function voidOrder(
  db: WriteDb,
  actor: Actor,
  { id, on, reason }: ParsedInputOf<typeof ordersContract.void>,
): Result<object, AppError> {
  const found = orderToChange(db, actor, id);
  if (!found.ok) return found;
  const { customerId, issuedOn } = found.value.order;
  if (on < issuedOn) return err({ kind: 'conflict', reason: 'too_early', otherId: id, detail: issuedOn });
  const ledger = readLedger(db, customerId);
  const marks = sourceMarks(db, customerId);
  const returns = ledger.sources.filter(
    (source) => source.kind === 'return' && source.voidedOn === null && marks.get(source.id)?.orderId === id,
  );
  const isPaidBack = (sourceId: string) =>
    ledger.refunds.some((refund) => refund.sourceId === sourceId && refund.voidedOn === null);
  const paidBack = returns.find((source) => isPaidBack(source.id));
  if (paidBack) return err({ kind: 'conflict', reason: 'exceeds_left', otherId: paidBack.id });

  const change = mergedChanges([
    ...receivablesOfOrder(ledger, id).map((receivable) => voidReceivable(ledger, receivable.id, on)),
    ...returns.map((source) => voidSource(ledger, source.id, on)),
  ]);
  db.update(salesOrders, id, { voidedOn: on, voidReason: reason });
  const written = writeLedgerChange(db, customerId, ledger, change, { void: { kind: 'mistake', reason } });
  return written.ok ? ok({}) : written;
}
