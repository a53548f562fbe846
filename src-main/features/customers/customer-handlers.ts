import { binnedCustomers } from '../../../db/queries/binned-customers.ts';
import { countCap, countCustomers, customerCounts } from '../../../db/queries/count-customers.ts';
import { customerChoices } from '../../../db/queries/customer-choices.ts';
import { customerMoneyTotals } from '../../../db/queries/customer-money-totals.ts';
import { customerTimeline } from '../../../db/queries/customer-timeline.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { getCustomer } from '../../../db/queries/get-customer.ts';
import { listCustomers } from '../../../db/queries/list-customers.ts';
import { sameCustomers } from '../../../db/queries/same-customers.ts';
import { waitingCounts } from '../../../db/queries/waiting-counts.ts';
import { customers } from '../../../db/schema/customers.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok } from '../../../src-shared/core/result.ts';
import {
  mayReadMoneyOf,
  rowWithinMoneyReach,
  viewWithinMoneyReach,
} from '../../../src-shared/customers/money-reach.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { moneyReader } from '../../ipc/money-reader.ts';
import { unwatched } from '../../jobs/job-runner.ts';
import { changeAtSize, customersOnMainThread } from '../../workflows/change-at-size.ts';
import { createCustomer } from './create-customer.ts';
import { selectionSize } from './selected-ids.ts';
import { updateCustomer } from './update-customer.ts';

export const customerHandlers: HandlersOf<'customers'> = {
  list: ({ session, user, bookDay }, { view, ...page }) => {
    const reader = moneyReader(user);
    const rows = listCustomers(session.db(), viewWithinMoneyReach(view, reader), bookDay(), page);
    return ok({ rows: rows.map((row) => rowWithinMoneyReach(row, reader)) });
  },
  count: ({ session, user, bookDay }, { view, exact }) => {
    const seen = viewWithinMoneyReach(view, moneyReader(user));
    return ok(countCustomers(session.db(), seen, bookDay(), exact ? null : countCap));
  },
  moneyTotals: async (context, { view }) => {
    const { session, services, user } = context;
    const db = session.db();
    const day = context.bookDay();
    const seen = viewWithinMoneyReach(view, moneyReader(user));
    const order = { view: seen, day, ownerId: context.reach === 'own' ? user.id : null };
    // As many as a count names at once are added up at once, too.
    const { count, isCapped } = countCustomers(db, seen, day);
    if (!isCapped && count < countCap) return ok(customerMoneyTotals(db, order));
    return services.jobs.run('moneyTotals', order, unwatched);
  },
  tabCounts: ({ session, user }) => ok(customerCounts(session.db(), user.id)),
  waitingCounts: ({ session, user, bookDay }) => ok(waitingCounts(session.db(), bookDay(), moneyReader(user))),
  choices: ({ session }) => ok(customerChoices(session.db())),
  get: ({ session, now }, { id }) => {
    const customer = getCustomer(session.db(), id);
    return customer ? ok({ ...customer, seenAt: now() }) : err(noCustomer(id));
  },
  sameAs: ({ session }, typed) => ok({ hints: sameCustomers(session.db(), typed) }),
  bin: ({ session }, wish) => ok(binnedCustomers(session.db(), wish)),
  timeline: ({ session, user, bookDay }, { id, ...page }) => {
    const db = session.db();
    const customer = findRow(db, customers, id);
    if (!customer) return err(noCustomer(id));
    const withMoney = mayReadMoneyOf(moneyReader(user), customer.ownerId);
    return ok(customerTimeline(db, id, { withMoney, timeZone: bookDay().timeZone }, page));
  },
  create: (context, input) => change(context, 'edit', (db, actor) => createCustomer(db, actor, input)),
  update: (context, input) => change(context, 'edit', (db, actor) => updateCustomer(db, actor, input)),
  bulkEdit: (context, { selection: wanted, change: wish }) => {
    const day = context.bookDay();
    const reader = moneyReader(context.user);
    const selection = wanted.kind === 'view' ? { ...wanted, view: viewWithinMoneyReach(wanted.view, reader) } : wanted;
    const customers = selectionSize(context.session.db(), selection, day, customersOnMainThread + 1);
    const input = { selection, day, change: wish };
    return changeAtSize(context, { kind: 'bulkEdit', source: 'bulk', input, customers });
  },
  restore: (context, { ids }) =>
    changeAtSize(context, { kind: 'restoreCustomers', source: 'restore', input: ids, customers: ids.length }),
};

function noCustomer(id: Id): AppError {
  return { kind: 'not_found', entity: 'customers', id };
}
