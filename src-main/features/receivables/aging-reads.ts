import { isMoneySmall } from '../../../db/queries/book-size.ts';
import { journalPosition } from '../../../db/queries/journal-position.ts';
import { type AgingOrder, agingTable } from '../../../db/queries/money/aging.ts';
import { agingRows } from '../../../db/queries/money/aging-rows.ts';
import { wantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { receivablesContract } from '../../../src-shared/receivables/receivables-contract.ts';
import { actorOf } from '../../ipc/actor.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { ownersWithinReach } from '../../ipc/reachable-customer.ts';
import { unwatched } from '../../jobs/job-runner.ts';
import type { MadeAging } from './aging-job.ts';
import { keptAgings } from './kept-agings.ts';
import { KnownGrades } from './known-grades.ts';

export const agingReads: Pick<HandlersOf<'receivables'>, 'aging' | 'agingRows' | 'agingGroups'> = {
  aging: async (context, input) => {
    const made = await makeAging(context, input);
    if (!made.ok) return made;
    const aging = { ...made.value, grades: new KnownGrades() };
    const agingId = keptAgings.keep(context.session.db(), actorOf(context), aging);
    return ok({ agingId, totals: made.value.table.totals });
  },
  agingRows: async (context, { agingId, ...page }) => {
    const { session, services } = context;
    const db = session.db();
    const kept = keptAgings.find(db, actorOf(context), agingId);
    if (!kept.ok) return kept;
    const { table, grades } = kept.value;
    const rows = agingRows(db, table, page);
    const total = table.rowCount;
    if (table.asOf !== context.today()) return ok({ rows, total });
    const ids = rows.map(({ customerId }) => customerId);
    const known = await grades.learn({ db, jobs: services.jobs }, ids, table.asOf);
    if (!known.ok) return known;
    return ok({ rows: rows.map((row) => ({ ...row, grade: known.value.get(row.customerId) ?? null })), total });
  },
  agingGroups: (context, { agingId, by }) => {
    const kept = keptAgings.find(context.session.db(), actorOf(context), agingId);
    return kept.ok ? ok({ groups: kept.value.table.groups[by] }) : kept;
  },
};

async function makeAging(
  context: HandlerContext,
  input: ParsedInputOf<typeof receivablesContract.aging>,
): Promise<Result<MadeAging, AppError>> {
  const db = context.session.db();
  const order = orderOf(context, input);
  if (!isMoneySmall(db)) return context.services.jobs.run('aging', order, context.job ?? unwatched);
  const position = journalPosition(db);
  const table = agingTable(db, order);
  return table ? ok({ table, position }) : err({ kind: 'cancelled' });
}

function orderOf(
  context: HandlerContext,
  { asOf, filter }: ParsedInputOf<typeof receivablesContract.aging>,
): AgingOrder {
  const { customerId, ownerIds, tierIds, buckets, onlyOverdue, withPrepaid, search } = filter;
  return {
    ...context.bookDay(),
    asOf,
    customerId,
    owners: ownersWithinReach(actorOf(context), 'all', wantedPersons(ownerIds)),
    // A cleared list of tiers or columns is no filter.
    tierIds: tierIds && tierIds.length > 0 ? wantedPersons(tierIds) : undefined,
    buckets: buckets && buckets.length > 0 ? buckets : undefined,
    onlyOverdue,
    withPrepaid,
    search,
  };
}
