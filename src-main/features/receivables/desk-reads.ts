import { callLines } from '../../../db/queries/money/call-lines.ts';
import { dueLines, dueTotals } from '../../../db/queries/money/due-lines.ts';
import { areFewOverdue, type OverdueOrder, overdueCustomers } from '../../../db/queries/money/overdue-customers.ts';
import { wantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { actorOf } from '../../ipc/actor.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { outOfRange } from '../../ipc/out-of-range.ts';
import { ownersWithinReach } from '../../ipc/reachable-customer.ts';
import { unwatched } from '../../jobs/job-runner.ts';

/** What is due, and whom to call. */
export const deskReads: Pick<HandlersOf<'receivables'>, 'dueBetween' | 'callList'> = {
  dueBetween: (context, { from, to, scope, persons, limit }) => {
    if (to < from) return outOfRange('to');
    const db = context.session.db();
    const actor = actorOf(context);
    const owners = ownersWithinReach(actor, scope, wantedPersons(persons));
    const order = { from, to, owners, today: actor.today };
    return ok({ lines: dueLines(db, order, limit), ...dueTotals(db, order) });
  },
  callList: async (context, { scope, persons, by, limit }) => {
    const actor = actorOf(context);
    const order: OverdueOrder = {
      today: actor.today,
      owners: ownersWithinReach(actor, scope, wantedPersons(persons)),
      by,
      limit,
    };
    const found = areFewOverdue(context.session.db(), actor.today)
      ? ok(overdueCustomers(context.session.db(), order))
      : await context.services.jobs.run('callList', order, unwatched);
    if (!found.ok) return found;
    const { worst, ...totals } = found.value;
    return ok({ lines: callLines(context.session.db(), worst, actor.today), ...totals });
  },
};
