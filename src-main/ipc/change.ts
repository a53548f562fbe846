import type { WriteDb, Written } from '../../db/journal.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import { ok, type Result } from '../../src-shared/core/result.ts';
import type { ChangeOutcome } from '../../src-shared/history/change-outcome.ts';
import type { JournalSource } from '../../src-shared/history/history.ts';
import { type Actor, actorOf } from './actor.ts';
import type { HandlerContext } from './handler-context.ts';

/** Runs what a handler writes as one user action: one batch, one undo. */
export async function change<T extends object>(
  context: HandlerContext,
  source: JournalSource,
  work: (db: WriteDb, actor: Actor) => Result<T, AppError>,
): Promise<Result<T & ChangeOutcome, AppError>> {
  const actor = actorOf(context);
  const request = { source, userId: actor.userId, now: context.now() };
  const outcome = await context.session.write(request, (db) => work(db, actor));
  return outcome.ok ? ok({ ...outcome.value.value, ...changeOutcome(outcome.value) }) : outcome;
}

export function changeOutcome({ batchId, changed }: Written<unknown>): ChangeOutcome {
  return { batchId: changed > 0 ? batchId : null };
}
