import { findRow } from '../../../db/queries/find-row.ts';
import { listedCustomers } from '../../../db/queries/money/listed-customers.ts';
import { customerStatement, isLedgerShort } from '../../../db/queries/money/statement.ts';
import { receivables } from '../../../db/schema/money.ts';
import { err, ok } from '../../../src-shared/core/result.ts';
import { actorOf } from '../../ipc/actor.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { outOfRange } from '../../ipc/out-of-range.ts';
import { customerToRead, isWithinReach } from '../../ipc/reachable-customer.ts';
import { unwatched } from '../../jobs/job-runner.ts';
import { readLedgerAtSize } from '../../workflows/read-ledger-at-size.ts';
import { agingReads } from './aging-reads.ts';
import { deskReads } from './desk-reads.ts';

type Receivables = HandlersOf<'receivables'>;
type OwnReads = 'releases' | 'ofCustomer' | 'summaries' | 'agingDetail' | 'statement';

/** As the contract says. */
const detailShown = 500;

const ownReads: Pick<Receivables, OwnReads> = {
  releases: async (context, { id, amountFen }) => {
    const db = context.session.db();
    const receivable = findRow(db, receivables, id);
    if (!receivable || receivable.deletedAt !== null) return err({ kind: 'not_found', entity: 'receivables', id });
    const customer = customerToRead(db, actorOf(context), receivable.customerId, 'money.read');
    if (!customer.ok) return customer;
    const { customerId } = receivable;
    const input = { customerId, receivableId: id, amountFen };
    return readLedgerAtSize(context, { kind: 'releases', input, customerIds: [customerId] });
  },
  ofCustomer: async (context, input) => {
    const { customerId } = input;
    const customer = customerToRead(context.session.db(), actorOf(context), customerId, 'money.read');
    if (!customer.ok) return customer;
    return readLedgerAtSize(context, { kind: 'customerMoney', input, customerIds: [customerId] });
  },
  summaries: async (context, { customerIds }) => {
    const db = context.session.db();
    const actor = actorOf(context);
    const readable = [...listedCustomers(db, customerIds).values()].filter(({ ownerId }) =>
      isWithinReach(actor, ownerId),
    );
    const ids = readable.map(({ customerId }) => customerId);
    const found = await readLedgerAtSize(context, { kind: 'summaries', input: ids, customerIds: ids });
    return found.ok ? ok({ summaries: Object.fromEntries(found.value) }) : found;
  },
  agingDetail: async (context, { asOf, customerId, bucket }) => {
    const db = context.session.db();
    const actor = actorOf(context);
    const customer = customerToRead(db, actor, customerId, 'money.read');
    if (!customer.ok) return customer;
    const order = { customerId, asOf, bucket, limit: detailShown };
    const found = await readLedgerAtSize(context, { kind: 'agingDetail', input: order, customerIds: [customerId] });
    return found.ok ? ok({ lines: found.value }) : found;
  },
  statement: async (context, order) => {
    const db = context.session.db();
    const customer = customerToRead(db, actorOf(context), order.customerId, 'money.read');
    if (!customer.ok) return customer;
    if (order.to < order.from) return outOfRange('to');
    if (isLedgerShort(db, order.customerId)) return ok(customerStatement(db, order));
    return context.services.jobs.run('statement', order, unwatched);
  },
};

/** Every query of receivablesContract, and the aging. */
export const receivableReads: Pick<Receivables, OwnReads | keyof typeof agingReads | keyof typeof deskReads> = {
  ...ownReads,
  ...agingReads,
  ...deskReads,
};
