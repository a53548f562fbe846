import { findRow } from '../../../db/queries/find-row.ts';
import { allocationRow } from '../../../db/queries/money/allocation-row.ts';
import { listPayments, paymentRowOf } from '../../../db/queries/money/payment-rows.ts';
import { listPromises } from '../../../db/queries/money/promise-rows.ts';
import { refunds, settlementSources } from '../../../db/schema/money.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok } from '../../../src-shared/core/result.ts';
import { actorOf } from '../../ipc/actor.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { customerToRead, isWithinReach } from '../../ipc/reachable-customer.ts';
import { changeLedgerAtSize } from '../../workflows/change-ledger-at-size.ts';
import { readLedgerAtSize } from '../../workflows/read-ledger-at-size.ts';
import { updatePayment } from './payment-service.ts';
import { settlePromise, takePromise, updatePromise } from './promise-service.ts';

export const paymentHandlers: HandlersOf<'payments'> = {
  propose: (context, input) =>
    readLedgerAtSize(context, { kind: 'proposePayment', input, customerIds: [input.customerId] }),
  record: (context, input) =>
    changeLedgerAtSize(context, { kind: 'recordPayment', input, customerId: input.customerId }),
  update: (context, input) => change(context, 'edit', (db, actor) => updatePayment(db, actor, input)),
  void: (context, input) =>
    changeLedgerAtSize(context, {
      kind: 'voidSettlement',
      input,
      customerId: customerOf(findRow(context.session.db(), settlementSources, input.id)),
    }),
  usePrepayment: (context, input) =>
    changeLedgerAtSize(context, { kind: 'usePrepayment', input, customerId: input.customerId }),
  move: (context, input) =>
    changeLedgerAtSize(context, {
      kind: 'moveSettlement',
      input,
      customerId: customerOf(allocationRow(context.session.db(), input.allocationId)),
    }),
  refundReleases: (context, input) => {
    const customerId = customerOf(findRow(context.session.db(), settlementSources, input.id));
    const customerIds = customerId === null ? [] : [customerId];
    return readLedgerAtSize(context, { kind: 'refundReleases', input, customerIds });
  },
  refund: (context, input) =>
    changeLedgerAtSize(context, {
      kind: 'refundPayment',
      input,
      customerId: customerOf(findRow(context.session.db(), settlementSources, input.id)),
    }),
  voidRefund: (context, input) =>
    changeLedgerAtSize(context, {
      kind: 'voidRefund',
      input,
      customerId: customerOf(findRow(context.session.db(), refunds, input.id)),
    }),
  list: (context, { kinds = [], methods = [], ...input }) => {
    const actor = actorOf(context);
    const db = context.session.db();
    if (input.customerId !== null) {
      const customer = customerToRead(db, actor, input.customerId, 'money.read');
      if (!customer.ok) return customer;
    }
    const reachOf = actor.reach === 'own' ? actor.userId : null;
    // An empty list is a filter that was cleared, not one that nothing passes.
    const wanted = {
      kinds: kinds.length > 0 ? kinds : (['payment'] as const),
      methods: methods.length > 0 ? methods : null,
    };
    return ok(listPayments(db, { ...input, ...wanted, reachOf }, context.bookDay()));
  },
  get: (context, { id }) => {
    const actor = actorOf(context);
    const payment = paymentRowOf(context.session.db(), id, actor.today);
    if (!payment) return err({ kind: 'not_found', entity: 'settlement_sources', id });
    return isWithinReach(actor, payment.ownerId) ? ok(payment) : err({ kind: 'forbidden', right: 'money.read' });
  },
  promise: (context, input) => change(context, 'edit', (db, actor) => takePromise(db, actor, input)),
  updatePromise: (context, input) => change(context, 'edit', (db, actor) => updatePromise(db, actor, input)),
  settlePromise: (context, input) => change(context, 'edit', (db, actor) => settlePromise(db, actor, input)),
  promises: (context, { scope, ...input }) => {
    const { reach, userId } = actorOf(context);
    const ownerId = reach === 'own' || scope === 'mine' ? userId : null;
    return ok(listPromises(context.session.db(), { ...input, ownerId }, context.bookDay()));
  },
};

/** Null: there is no such row. */
function customerOf(row: { readonly customerId: Id } | null): Id | null {
  return row?.customerId ?? null;
}
