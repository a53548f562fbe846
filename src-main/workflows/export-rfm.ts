import type { AppError } from '../../src-shared/core/app-error.ts';
import { err, ok, type Result } from '../../src-shared/core/result.ts';
import type { Contract } from '../../src-shared/ipc/contract.ts';
import type { OutputOfProcedure, ParsedInputOf } from '../../src-shared/ipc/procedure.ts';
import { readBookSettings } from '../features/settings/book-settings.ts';
import type { HandlerContext } from '../ipc/handler-context.ts';
import { unwatched } from '../jobs/job-runner.ts';

type ExportRfm = Contract['segmentation']['exportRfm'];

/** Hands a list of RFM to the job that writes it; a path that no save dialog gave is refused. */
export async function exportRfm(
  context: HandlerContext,
  { asOf, windowMonths, r, f, segment, words, path }: ParsedInputOf<ExportRfm>,
): Promise<Result<OutputOfProcedure<ExportRfm>, AppError>> {
  const { session, services, job } = context;
  if (!services.chosenPaths.has(path)) {
    return err({ kind: 'validation', fields: [{ field: 'path', problem: 'invalid' }] });
  }
  const { companyName, timeZone } = readBookSettings(session.db());
  const order = { asOf, windowMonths, timeZone, wish: { r, f, segment }, words, path, companyName };
  const outcome = await services.jobs.run('exportRfm', order, job ?? unwatched);
  return outcome.ok ? ok({ path, ...outcome.value }) : outcome;
}
