import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Result } from '../../src-shared/core/result.ts';
import type { ImportOutcome } from '../../src-shared/files-in/imports-contract.ts';
import type { HandlerContext } from '../ipc/handler-context.ts';
import { unwatched } from '../jobs/job-runner.ts';
import type { CommitImportOrder } from './commit-import-job.ts';

/**
 * A backup first, then everything as one batch while other writes wait at the gate. A backup that fails does not stop
 * the import: it can be undone anyway, and the status bar says what is wrong with the backups.
 */
export async function commitImport(
  context: HandlerContext,
  order: Pick<CommitImportOrder, 'checkPath' | 'position' | 'target' | 'ownerForNew' | 'facts'>,
): Promise<Result<ImportOutcome, AppError>> {
  const { session, services, user } = context;
  const watcher = context.job ?? unwatched;
  const backup = await services.backups.make('before_import', watcher);
  if (!backup.ok && backup.error.kind === 'cancelled') return backup;
  watcher.progress({ stage: 'waiting', fraction: null, done: null, total: null, leftMs: null });
  return session.exclusively(() => {
    const request = { source: 'import' as const, userId: user.id, now: context.now() };
    return services.jobs.run('commitImport', { ...order, request, today: context.today() }, watcher);
  });
}
