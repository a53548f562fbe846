import type { ReadDb } from '../../../db/open.ts';
import { linesOfOrder } from '../../../db/queries/money/order-lines.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { dayOfInstant } from '../../../src-shared/core/instant.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { ok, type Result } from '../../../src-shared/core/result.ts';
import type { OrderFields } from '../../../src-shared/orders/order.ts';
import {
  breachesToAgree,
  type LimitBreach,
  limitBreaches,
  type OrderFigures,
} from '../../../src-shared/orders/order-limits.ts';
import { allocationsOfOrder, type Replan, receivablesOfOrder } from '../../../src-shared/orders/replan-order.ts';
import type { Ledger } from '../../../src-shared/receivables/ledger.ts';
import type { ReleasedPart } from '../../../src-shared/receivables/ledger-changes.ts';
import type { Actor } from '../../ipc/actor.ts';
import type { CustomerState } from '../../ipc/reachable-customer.ts';
import { orderStanding } from '../../workflows/order-standing.ts';
import { figuresOf } from './create-order.ts';
import { type DrawnUpOrder, drawUpOrder } from './draw-up-order.ts';
import type { OrderState } from './order-to-change.ts';

interface Present {
  readonly order: OrderState;
  readonly customer: CustomerState;
  readonly ledger: Ledger;
}

export interface ChangedOrder extends DrawnUpOrder {
  readonly replan: Replan;
}

/** An order as it is to be. `timeZone`: the book's, which says on which day the order was entered. */
export function changedOrder(
  db: ReadDb,
  actor: Actor,
  { order }: Pick<Present, 'order'>,
  fields: OrderFields,
  { timeZone, prefix }: { readonly timeZone: string; readonly prefix: string },
): Result<ChangedOrder, AppError> {
  const drawnUp = drawUpOrder(db, actor, fields, linesOfOrder(db, order.id), prefix);
  if (!drawnUp.ok) return drawnUp;
  const { instalments } = drawnUp.value;
  // On the day it was entered a due day is corrected: nobody has relied on the first one.
  const isCorrection = dayOfInstant(order.createdAt, timeZone) === actor.today;
  const { issuedOn } = fields;
  const dueFrom = isCorrection || issuedOn > actor.today ? issuedOn : actor.today;
  const replan = { customerId: order.customerId, orderId: order.id, issuedOn, instalments, dueFrom };
  return ok({ ...drawnUp.value, replan });
}

/** The figures of the order as it is to be, and what of it has to be agreed anew. */
export function breachesOfChange(
  db: ReadDb,
  actor: Actor,
  { order, customer, ledger }: Present,
  changed: ChangedOrder,
  releases: readonly ReleasedPart[],
): { readonly figures: OrderFigures; readonly breaches: readonly LimitBreach[] } {
  const { issuedOn } = changed.replan;
  const standing = orderStanding(db, actor, { customer, ledger, issuedOn, orderId: order.id });
  const lines = linesOfOrder(db, order.id);
  const settled = allocationsOfOrder(ledger, order.id).reduce((sum, { amountFen }) => sum + amountFen, 0);
  const freed = releases.reduce((sum, { releasedFen }) => sum + releasedFen, 0);
  const figures = figuresOf({ issuedOn }, changed, fen(settled - freed));
  const before = figuresOf(
    order,
    {
      instalments: receivablesOfOrder(ledger, order.id),
      amountFen: fen(lines.reduce((sum, { amountFen }) => sum + amountFen, 0)),
      discountBp: Math.max(0, ...lines.map(({ discountBp }) => discountBp)),
    },
    fen(settled),
  );
  const breaches = breachesToAgree(
    limitBreaches(figures, standing),
    limitBreaches(before, standing),
    figures.amountFen - before.amountFen,
  );
  return { figures, breaches };
}
