import type { AppError } from '../../src-shared/core/app-error.ts';
import { err, ok, type Result } from '../../src-shared/core/result.ts';
import type { Contract } from '../../src-shared/ipc/contract.ts';
import type { OutputOfProcedure, ParsedInputOf } from '../../src-shared/ipc/procedure.ts';
import { readBookSettings } from '../features/settings/book-settings.ts';
import { actorOf } from '../ipc/actor.ts';
import type { HandlerContext } from '../ipc/handler-context.ts';
import { unwatched } from '../jobs/job-runner.ts';

type ExportCustomers = Contract['exports']['customers'];

/** Between the tags of one customer; the importer reads both back. */
const tagSeparators = { 'zh-CN': '、', en: ', ' } as const;

/** Hands a view to the job that writes it; a path that no save dialog gave is refused. */
export async function exportCustomers(
  context: HandlerContext,
  { selection, columns, words, path }: ParsedInputOf<ExportCustomers>,
): Promise<Result<OutputOfProcedure<ExportCustomers>, AppError>> {
  const { session, services, job } = context;
  if (!services.chosenPaths.has(path)) {
    return err({ kind: 'validation', fields: [{ field: 'path', problem: 'invalid' }] });
  }
  const { companyName, timeZone } = readBookSettings(session.db());
  const tagSeparator = tagSeparators[services.workspace.preferences.language];
  const order = { selection, columns, words, path, actor: actorOf(context), timeZone, companyName, tagSeparator };
  const outcome = await services.jobs.run('exportCustomers', order, job ?? unwatched);
  return outcome.ok ? ok({ path, ...outcome.value }) : outcome;
}
