import { areSalesFew } from '../../../db/queries/book-size.ts';
import { type CustomerRegion, customerRegions } from '../../../db/queries/sales/customer-regions.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { ok, type Result } from '../../../src-shared/core/result.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import type { Job } from '../../jobs/job.ts';
import { unwatched } from '../../jobs/job-runner.ts';

export type RegionsOrder = Record<string, never>;

/** The places of a large book, in a thread of its own: no index knows them. */
export const regionsJob: Job<RegionsOrder, readonly CustomerRegion[]> = (_order, control) => {
  const opened = control.openBook('read');
  return opened.ok ? ok(customerRegions(opened.value)) : opened;
};

export async function readRegions({
  session,
  services,
  job,
}: HandlerContext): Promise<Result<{ readonly regions: readonly CustomerRegion[] }, AppError>> {
  const db = session.db();
  const read = areSalesFew(db) ? ok(customerRegions(db)) : await services.jobs.run('regions', {}, job ?? unwatched);
  return read.ok ? ok({ regions: read.value }) : read;
}
