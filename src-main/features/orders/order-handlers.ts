import { ok } from '../../../src-shared/core/result.ts';
import { actorOf } from '../../ipc/actor.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { approverOf } from './agree-order.ts';
import { checkOrder } from './check-order.ts';
import { createOrder } from './create-order.ts';
import { readOrder, readOrders, startOrder } from './order-reads.ts';
import { setDelivered } from './set-delivered.ts';
import { takeGoodsBack } from './take-goods-back.ts';
import { updateOrder } from './update-order.ts';
import { voidOrder } from './void-order.ts';

export const orderHandlers: HandlersOf<'orders'> = {
  start: (context, input) => startOrder(context.session.db(), actorOf(context), input),
  check: (context, input) => checkOrder(context.session.db(), actorOf(context), input, context.bookDay().timeZone),
  create: async (context, input) => {
    const approver = await approverOf(context, input.approval);
    if (!approver.ok) return approver;
    return change(context, 'edit', (db, actor) => createOrder(db, actor, input, approver.value));
  },
  update: async (context, input) => {
    const approver = await approverOf(context, input.approval);
    if (!approver.ok) return approver;
    const { timeZone } = context.bookDay();
    return change(context, 'edit', (db, actor) => updateOrder(db, actor, input, approver.value, timeZone));
  },
  void: (context, input) => change(context, 'edit', (db, actor) => voidOrder(db, actor, input)),
  takeBack: (context, input) => change(context, 'edit', (db, actor) => takeGoodsBack(db, actor, input)),
  setDelivered: (context, input) => change(context, 'edit', (db, actor) => setDelivered(db, actor, input)),
  get: (context, { id }) => readOrder(context.session.db(), actorOf(context), id),
  list: (context, input) => ok(readOrders(context.session.db(), actorOf(context), input, context.bookDay())),
};
