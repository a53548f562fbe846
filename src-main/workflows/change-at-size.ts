import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Result } from '../../src-shared/core/result.ts';
import type { ChangeOutcome } from '../../src-shared/history/change-outcome.ts';
import type { JournalSource } from '../../src-shared/history/history.ts';
import { actorOf } from '../ipc/actor.ts';
import { change } from '../ipc/change.ts';
import { unwatchedChange } from '../ipc/change-watch.ts';
import type { HandlerContext } from '../ipc/handler-context.ts';
import { unwatched } from '../jobs/job-runner.ts';
import type { LargeChangeOrder } from './large-change-job.ts';
import { type InputOfChange, type LargeChangeKind, largeChange, type OutputOfChange } from './large-changes.ts';

/**
 * Up to this many customers a change is written on the main thread: it takes less than the 16 ms after which a window
 * is felt to wait (performance.md G13), while a thread takes longer than that to start.
 */
export const customersOnMainThread = 25;

/** Runs a large change here when it reaches few customers, else in a job's thread while other writes wait their turn. */
export async function changeAtSize<K extends LargeChangeKind>(
  context: HandlerContext,
  order: {
    readonly kind: K;
    readonly source: JournalSource;
    readonly input: InputOfChange<K>;
    readonly customers: number;
  },
): Promise<Result<OutputOfChange<K> & ChangeOutcome, AppError>> {
  const { kind, source, input, customers } = order;
  if (customers <= customersOnMainThread) {
    return change(context, source, (db, actor) => largeChange(kind)(db, actor, input, unwatchedChange));
  }
  const actor = actorOf(context);
  const { session, services, job } = context;
  const watcher = job ?? unwatched;
  watcher.progress({ stage: 'waiting', fraction: null, done: null, total: null, leftMs: null });
  const outcome = await session.exclusively(() => {
    const request = { source, userId: actor.userId, now: context.now() };
    return services.jobs.run('largeChange', { kind, input, actor, request } satisfies LargeChangeOrder<K>, watcher);
  });
  // Safe: the job ran the change of this kind, so its output is of this kind.
  return outcome as Result<OutputOfChange<K> & ChangeOutcome, AppError>;
}
