import { findRow } from '../../../db/queries/find-row.ts';
import { salesOrders } from '../../../db/schema/orders.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { actorOf } from '../../ipc/actor.ts';
import { change } from '../../ipc/change.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { changeLedgerAtSize } from '../../workflows/change-ledger-at-size.ts';
import { readLedgerAtSize } from '../../workflows/read-ledger-at-size.ts';
import { approverOf } from './agree-order.ts';
import { readOrder, readOrders } from './order-reads.ts';
import { setDelivered } from './set-delivered.ts';

export const orderHandlers: HandlersOf<'orders'> = {
  start: (context, input) => readLedgerAtSize(context, { kind: 'startOrder', input, customerIds: [input.customerId] }),
  check: (context, draft) =>
    readLedgerAtSize(context, {
      kind: 'checkOrder',
      input: { draft, timeZone: context.bookDay().timeZone },
      customerIds: [payerOf(context, draft.orderId) ?? draft.customerId],
    }),
  create: async (context, input) => {
    const approver = await approverOf(context, input.approval);
    if (!approver.ok) return approver;
    const draft = { draft: input, approver: approver.value };
    return changeLedgerAtSize(context, { kind: 'createOrder', input: draft, customerId: input.customerId });
  },
  update: async (context, input) => {
    const approver = await approverOf(context, input.approval);
    if (!approver.ok) return approver;
    const { timeZone } = context.bookDay();
    const edit = { edit: input, approver: approver.value, timeZone };
    return changeLedgerAtSize(context, { kind: 'updateOrder', input: edit, customerId: payerOf(context, input.id) });
  },
  void: (context, input) =>
    changeLedgerAtSize(context, { kind: 'voidOrder', input, customerId: payerOf(context, input.id) }),
  takeBack: (context, input) =>
    changeLedgerAtSize(context, { kind: 'takeGoodsBack', input, customerId: payerOf(context, input.id) }),
  setDelivered: (context, input) => change(context, 'edit', (db, actor) => setDelivered(db, actor, input)),
  get: (context, { id }) => readOrder(context.session.db(), actorOf(context), id),
  list: (context, input) => ok(readOrders(context.session.db(), actorOf(context), input, context.bookDay())),
};

/** Whose order it is; null: there is none. */
function payerOf({ session }: HandlerContext, orderId: Id | null): Id | null {
  return (orderId !== null && findRow(session.db(), salesOrders, orderId)?.customerId) || null;
}
