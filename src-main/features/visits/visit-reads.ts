import type { ReadDb } from '../../../db/open.ts';
import { routeStops } from '../../../db/queries/route-stops.ts';
import { visitEntriesBetween, visitEntry } from '../../../db/queries/visit-entries.ts';
import { visitSeriesOf } from '../../../db/queries/visit-series.ts';
import { isCalendarSpan } from '../../../src-shared/calendar/calendar-span.ts';
import { wantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { Contract } from '../../../src-shared/ipc/contract.ts';
import type { OutputOfProcedure, ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import { moneyReader } from '../../ipc/money-reader.ts';
import { outOfRange } from '../../ipc/out-of-range.ts';
import { readByDay } from '../../ipc/read-by-day.ts';
import { overlapsInBook } from './plan-overlaps.ts';

type Visits = Contract['visits'];
type Answer<P> = Result<OutputOfProcedure<P>, AppError>;

/** Errors: not_found, also for a plan that is in the bin, itself or with its customer. */
export function readPlan(db: ReadDb, id: Id): Answer<Visits['get']> {
  const entry = visitEntry(db, id);
  if (!entry) return err({ kind: 'not_found', entity: 'visit_plans', id });
  const { seriesId, status } = entry.plan;
  return ok({
    entry,
    series: seriesId === null ? null : visitSeriesOf(db, seriesId),
    overlaps: status === 'planned' ? overlapsInBook(db, [entry.plan]) : [],
  });
}

export async function readBetween(
  { session }: HandlerContext,
  input: ParsedInputOf<Visits['between']>,
): Promise<Answer<Visits['between']>> {
  if (!isCalendarSpan(input)) return outOfRange('to');
  const persons = wantedPersons(input.persons);
  const entries = await readByDay(
    () => session.db(),
    input,
    (db, day) => visitEntriesBetween(db, day, persons),
  );
  return ok({ entries });
}

export async function readRouteSheet(
  { session, user, today }: HandlerContext,
  { persons, ...span }: ParsedInputOf<Visits['routeSheet']>,
): Promise<Answer<Visits['routeSheet']>> {
  if (!isCalendarSpan(span)) return outOfRange('to');
  const wish = { persons: wantedPersons(persons), today: today(), reader: moneyReader(user) };
  const stops = await readByDay(
    () => session.db(),
    span,
    (db, day) => routeStops(db, { ...wish, span: day }),
  );
  return ok({ stops });
}
