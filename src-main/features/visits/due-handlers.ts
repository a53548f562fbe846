import { countDueCustomers, type DueSpan, dueCustomers } from '../../../db/queries/due-customers.ts';
import { overdueVisits } from '../../../db/queries/overdue-visits.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';

/** As the contract says: the oldest of them. */
const overdueShown = 200;

/** Who waits to be visited. `mine`: one's own and those of nobody. */
export const dueHandlers: Pick<HandlersOf<'visits'>, 'due' | 'overdue'> = {
  overdue: ({ session, user, today }, { scope }) =>
    ok(overdueVisits(session.db(), today(), scope === 'mine' ? { personId: user.id } : 'all', overdueShown)),
  due: ({ session, user, today }, { scope, upTo, limit }) => {
    const db = session.db();
    const span: DueSpan = { today: today(), upTo, ...(scope === 'mine' ? { owners: [user.id, null] } : {}) };
    return ok({ customers: dueCustomers(db, span, limit), total: countDueCustomers(db, span) });
  },
};
