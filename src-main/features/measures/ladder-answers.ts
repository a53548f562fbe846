import { areSalesFew } from '../../../db/queries/book-size.ts';
import { customerHeads } from '../../../db/queries/customer-heads.ts';
import { tierRows } from '../../../db/queries/tier-rows.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { OutputOfProcedure, ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { LadderFigures } from '../../../src-shared/measures/ladder.ts';
import type { Ladder, measuresContract } from '../../../src-shared/measures/measures-contract.ts';
import { reachOf } from '../../../src-shared/users/rights.ts';
import { actorOf } from '../../ipc/actor.ts';
import { answerShelf } from '../../ipc/answer-shelf.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import { unwatched } from '../../jobs/job-runner.ts';
import { type LadderTable, ladderFlags, makeLadder } from './ladder-job.ts';

type Contract = typeof measuresContract;

/** Two periods beside each other, and what is behind a number of one. */
const shelf = answerShelf<LadderTable>(3);

/** Errors: validation out_of_range (`to` before `from`). */
export async function workOutLadder(
  context: HandlerContext,
  { from, to, filter }: ParsedInputOf<Contract['ladder']>,
): Promise<Result<Ladder, AppError>> {
  if (to < from) return err({ kind: 'validation', fields: [{ field: 'to', problem: 'out_of_range' }] });
  const { session, services, job, bookDay, user } = context;
  const order = { from, to, filter, timeZone: bookDay().timeZone };
  const db = session.db();
  const made = areSalesFew(db) ? ok(makeLadder(db, order)) : await services.jobs.run('ladder', order, job ?? unwatched);
  if (!made.ok) return made;
  const ladderId = shelf.keep(db, actorOf(context), made.value);
  const figures = mayReadProfit(user) ? made.value.figures : countsOnly(made.value.figures);
  return ok({ ladderId, from, to, ...figures });
}

/** Profit and measures are all for owner and bookkeeper; a salesperson sees counts (domain §13). */
function mayReadProfit({ role }: HandlerContext['user']): boolean {
  return reachOf(role, 'measures.read') !== null;
}

function countsOnly(figures: LadderFigures): LadderFigures {
  const none = { salesFen: fen(0), meanSalesFen: null, meanCostFen: null, profit: null };
  return {
    ...figures,
    steps: figures.steps.map((step) => ({ ...step, ...none })),
    top: null,
    half: null,
    total: { customers: figures.total.customers, salesFen: fen(0), profit: null },
  };
}

export function readLadderRows(
  context: HandlerContext,
  { ladderId, offset, limit, sort, ...wanted }: ParsedInputOf<Contract['ladderRows']>,
): Result<OutputOfProcedure<Contract['ladderRows']>, AppError> {
  const db = context.session.db();
  const found = shelf.find(db, actorOf(context), ladderId);
  if (!found.ok) return found;
  const table = found.value;
  const positions = new Map(tierRows(db).map(({ id }, position) => [id, position]));
  const isWanted = wantedRows(table, wanted, (tierId) => positions.get(tierId) ?? positions.size);
  const rows: number[] = [];
  for (let row = 0; row < table.customerIds.length; row += 1) if (isWanted(row)) rows.push(row);
  const maySeeProfit = mayReadProfit(context.user);
  // The table lies by sales already.
  if (sort === 'profit' && maySeeProfit) {
    rows.sort((a, b) => (table.profits[b] ?? 0) - (table.profits[a] ?? 0) || a - b);
  }
  // The order by sales would tell a reader without money who buys most.
  if (!maySeeProfit) rows.sort((a, b) => ((table.customerIds[a] ?? '') < (table.customerIds[b] ?? '') ? -1 : 1));
  const page = rows.slice(offset, offset + limit);
  const heads = customerHeads(
    db,
    page.flatMap((row) => table.customerIds[row] ?? []),
  );
  return ok({
    rows: page.flatMap((row) => {
      const head = heads.get(table.customerIds[row] ?? '');
      if (!head) return [];
      return {
        customerId: head.id,
        customerName: head.name,
        tierId: table.tierIds[table.after[row] ?? -1] ?? null,
        ownerId: head.ownerId,
        salesFen: fen(maySeeProfit ? (table.sales[row] ?? 0) : 0),
        profitFen: maySeeProfit ? fen(table.profits[row] ?? 0) : null,
        lastOrderOn: table.lastOrderOn[row] ?? null,
      };
    }),
    total: rows.length,
  });
}

type Wanted = Omit<ParsedInputOf<Contract['ladderRows']>, 'ladderId' | 'offset' | 'limit' | 'sort'>;

/** Lost stand by their tier before the period, all others by that on its last day (domain §5). */
function wantedRows(
  table: LadderTable,
  { list, tierId, moves }: Wanted,
  positionOf: (tierId: Id) => number,
): (row: number) => boolean {
  const tierAt = (places: Int16Array, row: number) => table.tierIds[places[row] ?? -1] ?? null;
  const isListed = (row: number): boolean => {
    if (list === 'customers') return true;
    if (list !== 'upgraded' && list !== 'downgraded') return ((table.flags[row] ?? 0) & ladderFlags[list]) !== 0;
    const [from, to] = [tierAt(table.before, row), tierAt(table.after, row)];
    if (from === null || to === null || from === to) return false;
    if (moves && !moves.some((move) => move.fromTierId === from && move.toTierId === to)) return false;
    return positionOf(to) < positionOf(from) === (list === 'upgraded');
  };
  const places = list === 'lost' || list === 'active_before' ? table.before : table.after;
  return (row) => isListed(row) && (tierId === undefined || tierAt(places, row) === tierId);
}
