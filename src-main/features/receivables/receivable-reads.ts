import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { customerMoney, customerMoneySummaries } from '../../../db/queries/money/customer-money.ts';
import { listedCustomers } from '../../../db/queries/money/listed-customers.ts';
import { readLedger } from '../../../db/queries/money/read-ledger.ts';
import { customerStatement, isLedgerShort } from '../../../db/queries/money/statement.ts';
import { receivables } from '../../../db/schema/money.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { err, ok } from '../../../src-shared/core/result.ts';
import { bucketOf } from '../../../src-shared/receivables/balances.ts';
import { releasesFor } from '../../../src-shared/receivables/ledger-changes.ts';
import { actorOf } from '../../ipc/actor.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { outOfRange } from '../../ipc/out-of-range.ts';
import { customerToRead, isWithinReach } from '../../ipc/reachable-customer.ts';
import { unwatched } from '../../jobs/job-runner.ts';
import { agingReads } from './aging-reads.ts';
import { deskReads } from './desk-reads.ts';

type Receivables = HandlersOf<'receivables'>;
type OwnReads = 'releases' | 'ofCustomer' | 'summaries' | 'agingDetail' | 'statement';

/** As the contract says. */
const detailShown = 500;

const ownReads: Pick<Receivables, OwnReads> = {
  releases: (context, { id, amountFen }) => {
    const db = context.session.db();
    const receivable = findRow(db, receivables, id);
    if (!receivable || receivable.deletedAt !== null) return err({ kind: 'not_found', entity: 'receivables', id });
    const customer = customerToRead(db, actorOf(context), receivable.customerId, 'money.read');
    return customer.ok ? ok({ releases: releasesOf(db, receivable.customerId, id, amountFen) }) : customer;
  },
  ofCustomer: (context, { customerId, asOf }) => {
    const db = context.session.db();
    const actor = actorOf(context);
    const customer = customerToRead(db, actor, customerId, 'money.read');
    return customer.ok ? ok(customerMoney(db, customerId, asOf ?? actor.today, actor.today)) : customer;
  },
  summaries: (context, { customerIds }) => {
    const db = context.session.db();
    const actor = actorOf(context);
    const readable = [...listedCustomers(db, customerIds).values()].filter(({ ownerId }) =>
      isWithinReach(actor, ownerId),
    );
    const ids = readable.map(({ customerId }) => customerId);
    return ok({ summaries: Object.fromEntries(customerMoneySummaries(db, ids, actor.today)) });
  },
  agingDetail: (context, { asOf, customerId, bucket }) => {
    const db = context.session.db();
    const actor = actorOf(context);
    const customer = customerToRead(db, actor, customerId, 'money.read');
    if (!customer.ok) return customer;
    const listed = listedCustomers(db, [customerId]).get(customerId);
    if (!listed) throw new Error(`customer ${customerId} is not listed`);
    const { customerId: _id, ...who } = listed;
    const lines = customerMoney(db, customerId, asOf, actor.today)
      .receivables.filter(({ openFen }) => openFen > 0)
      .filter(({ daysPastDue }) => bucket === null || bucketOf(daysPastDue) === bucket)
      .sort((a, b) => b.daysPastDue - a.daysPastDue || a.installmentNo - b.installmentNo)
      .slice(0, detailShown)
      .map((receivable) => ({ receivable, ...who }));
    return ok({ lines });
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

function releasesOf(db: ReadDb, customerId: string, receivableId: string, amountFen: number | null) {
  const ledger = readLedger(db, customerId);
  const cameOn = new Map(ledger.sources.map(({ id, on }) => [id, on]));
  return releasesFor(ledger, receivableId, fen(amountFen ?? 0)).map(({ allocation, releasedFen }) => {
    const { id, sourceId } = allocation;
    const sourceOn = cameOn.get(sourceId);
    if (sourceOn === undefined) throw new Error(`allocation ${id} of a source that is not in the ledger`);
    return { allocationId: id, sourceId, receivableId, sourceOn, releasedFen };
  });
}
