import type { WriteDb } from '../../../db/journal.ts';
import { linesOfOrder, type StoredLine } from '../../../db/queries/money/order-lines.ts';
import { readLedger } from '../../../db/queries/money/read-ledger.ts';
import { returnLines } from '../../../db/schema/money.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { ordersContract } from '../../../src-shared/orders/orders-contract.ts';
import { creditOf } from '../../../src-shared/orders/take-back.ts';
import { ownOrderFirst } from '../../../src-shared/receivables/allocate.ts';
import { settleable, spread } from '../../../src-shared/receivables/free-money.ts';
import { addSource } from '../../../src-shared/receivables/ledger-changes.ts';
import type { Actor } from '../../ipc/actor.ts';
import { writeLedgerChange } from '../../workflows/write-ledger-change.ts';
import { orderToChange } from './order-to-change.ts';

type TakeBackInput = ParsedInputOf<typeof ordersContract.takeBack>;

interface ReturnedLine {
  readonly line: StoredLine;
  readonly quantityE3: number;
  readonly amountFen: Fen;
}

/**
 * Goods that came back: a credit on its day, first on the order, then on the oldest debts; the rest is prepayment.
 * Errors: conflict too_early (before the order), validation of lines, of more than is left to take back, of goods that
 * are worth nothing.
 */
export function takeGoodsBack(
  db: WriteDb,
  actor: Actor,
  { id, on, lines, note }: TakeBackInput,
): Result<{ sourceId: Id; amountFen: Fen; prepaidFen: Fen }, AppError> {
  const found = orderToChange(db, actor, id);
  if (!found.ok) return found;
  const { customerId, issuedOn } = found.value.order;
  if (on < issuedOn) return err({ kind: 'conflict', reason: 'too_early', otherId: id, detail: issuedOn });
  const returned = returnedLines(linesOfOrder(db, id), lines);
  if (!returned.ok) return returned;
  const amountFen = fen(returned.value.reduce((sum, each) => sum + each.amountFen, 0));
  if (amountFen <= 0) return err({ kind: 'validation', fields: [{ field: 'lines', problem: 'out_of_range' }] });

  const nextId = () => newId(instantToMs(db.info.now));
  const ledger = readLedger(db, customerId);
  const open = ownOrderFirst(settleable(ledger, { on, today: actor.today }), id);
  const { allocations, restFen } = spread(amountFen, open);
  const source = { id: nextId(), customerId, kind: 'return', on, amountFen, voidedOn: null } as const;
  const details = { source: { orderId: id, note: note === '' ? null : note } };
  const written = writeLedgerChange(db, customerId, ledger, addSource(source, allocations, nextId), details);
  if (!written.ok) return written;
  for (const { line, ...part } of returned.value) {
    const { id: orderLineId, productId, title, unit, unitPriceE4, discountBp, costE4 } = line;
    const sold = { orderLineId, productId, title, unit, unitPriceE4, discountBp, costE4 };
    db.insert(returnLines, { ...sold, ...part, id: nextId(), customerId, sourceId: source.id });
  }
  return ok({ sourceId: source.id, amountFen, prepaidFen: restFen });
}

/** A line named twice comes back in both quantities. */
function returnedLines(
  sold: readonly StoredLine[],
  wished: TakeBackInput['lines'],
): Result<readonly ReturnedLine[], AppError> {
  const byLine = new Map<Id, ReturnedLine>();
  for (const [index, { orderLineId, quantityE3: more }] of wished.entries()) {
    const line = sold.find(({ id }) => id === orderLineId);
    const quantityE3 = more + (byLine.get(orderLineId)?.quantityE3 ?? 0);
    const amountFen = line ? creditOf(line, quantityE3) : null;
    if (!line || amountFen === null) {
      const [name, problem] = line
        ? (['quantityE3', 'out_of_range'] as const)
        : (['orderLineId', 'unknown_choice'] as const);
      return err({ kind: 'validation', fields: [{ field: `lines.${index}.${name}`, problem }] });
    }
    byLine.set(orderLineId, { line, quantityE3, amountFen });
  }
  return ok([...byLine.values()]);
}
