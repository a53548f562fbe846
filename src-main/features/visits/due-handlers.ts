import { countDueCustomers, type DueSpan, dueCustomers } from '../../../db/queries/due-customers.ts';
import { overdueVisits } from '../../../db/queries/overdue-visits.ts';
import { type WantedPersons, wantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';

/** As the contract says: the oldest of them. */
const overdueShown = 200;

/** Who waits to be visited. `mine`: one's own and those of nobody. */
export const dueHandlers: Pick<HandlersOf<'visits'>, 'due' | 'overdue'> = {
  overdue: ({ session, user, today }, { scope }) =>
    ok(overdueVisits(session.db(), today(), scope === 'mine' ? { personId: user.id } : 'all', overdueShown)),
  due: ({ session, user, today }, { scope, persons, upTo, limit }) => {
    const db = session.db();
    const owners = ownersOf(scope === 'mine' ? [user.id, null] : undefined, wantedPersons(persons));
    const span: DueSpan = { today: today(), upTo, ...(owners ? { owners } : {}) };
    return ok({ customers: dueCustomers(db, span, limit), total: countDueCustomers(db, span) });
  },
};

/** Undefined: everybody. */
function ownersOf(inScope: WantedPersons, wanted: WantedPersons): WantedPersons {
  return inScope && wanted ? inScope.filter((owner) => wanted.includes(owner)) : (wanted ?? inScope);
}
