import type { ReadDb } from '../../../db/open.ts';
import { areSalesFew } from '../../../db/queries/book-size.ts';
import { headsOfDocs } from '../../../db/queries/customer-heads.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { ok, type Result } from '../../../src-shared/core/result.ts';
import type { OutputOfProcedure, ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import { rfmSegments } from '../../../src-shared/tiers/methods/rfm.ts';
import type { segmentationContract } from '../../../src-shared/tiers/segmentation-contract.ts';
import { actorOf } from '../../ipc/actor.ts';
import { answerShelf } from '../../ipc/answer-shelf.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import { unwatched } from '../../jobs/job-runner.ts';
import { makeRfm, type RfmTable } from './rfm-job.ts';
import { rowsWanted, segmentAt } from './rfm-rows.ts';

type Contract = typeof segmentationContract;

/** The page and one that is looked at beside it. */
const shelf = answerShelf<RfmTable>(2);

export async function workOutRfm(
  context: HandlerContext,
  { asOf, windowMonths }: ParsedInputOf<Contract['rfm']>,
): Promise<Result<OutputOfProcedure<Contract['rfm']>, AppError>> {
  const { session, services, job, bookDay } = context;
  const order = { asOf, windowMonths, timeZone: bookDay().timeZone };
  const db = session.db();
  const made = areSalesFew(db) ? ok(makeRfm(db, order)) : await services.jobs.run('rfm', order, job ?? unwatched);
  if (!made.ok) return made;
  const rfmId = shelf.keep(db, actorOf(context), made.value);
  return ok({ rfmId, cuts: made.value.cuts, ...sumsOf(made.value) });
}

/** Customers and sales by R × F, and by segment; every cell and segment is there, also the empty ones. */
function sumsOf(table: RfmTable) {
  const cells = new Map<string, { r: number; f: number; customers: number; sales: number }>();
  for (let r = 5; r >= 1; r -= 1)
    for (let f = 1; f <= 5; f += 1) cells.set(`${r} ${f}`, { r, f, customers: 0, sales: 0 });
  const segments = rfmSegments.map((segment) => ({ segment, customers: 0, sales: 0 }));
  for (let row = 0; row < table.docs.length; row += 1) {
    const sales = table.sales[row] ?? 0;
    for (const sums of [cells.get(`${table.r[row]} ${table.f[row]}`), segments[table.segments[row] ?? -1]]) {
      if (!sums) throw new Error(`row ${row} has no place in the grid`);
      sums.customers += 1;
      sums.sales += sales;
    }
  }
  return {
    cells: [...cells.values()].map(({ sales, ...cell }) => ({ ...cell, salesFen: fen(sales) })),
    segments: segments.map(({ sales, ...segment }) => ({ ...segment, salesFen: fen(sales) })),
  };
}

export function readRfmRows(
  context: HandlerContext,
  { rfmId, r, f, segment, offset, limit }: ParsedInputOf<Contract['rfmRows']>,
): Result<OutputOfProcedure<Contract['rfmRows']>, AppError> {
  const db = context.session.db();
  const found = shelf.find(db, actorOf(context), rfmId);
  if (!found.ok) return found;
  const table = found.value;
  const wanted = rowsWanted(table, { r, f, segment });
  return ok({ rows: rowsOf(db, table, wanted.slice(offset, offset + limit)), total: wanted.length });
}

function rowsOf(db: ReadDb, table: RfmTable, wanted: readonly number[]) {
  const heads = headsOfDocs(
    db,
    wanted.flatMap((row) => table.docs[row] ?? []),
  );
  return wanted.flatMap((row) => {
    const head = heads.get(table.docs[row] ?? 0);
    if (!head) return [];
    return {
      customerId: head.id,
      customerName: head.name,
      tierId: head.tierId,
      ownerId: head.ownerId,
      recencyDays: table.recencyDays[row] ?? 0,
      orders: table.orders[row] ?? 0,
      salesFen: fen(table.sales[row] ?? 0),
      r: table.r[row] ?? 0,
      f: table.f[row] ?? 0,
      m: table.m[row] ?? 0,
      segment: segmentAt(table, row),
    };
  });
}
