import { areReceivablesFew } from '../../db/queries/book-size.ts';
import { isLedgerShort } from '../../db/queries/money/statement.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { Result } from '../../src-shared/core/result.ts';
import { actorOf } from '../ipc/actor.ts';
import type { HandlerContext } from '../ipc/handler-context.ts';
import { unwatched } from '../jobs/job-runner.ts';
import type { LedgerReadOrder } from './ledger-read-job.ts';
import { type InputOfLedgerRead, type LedgerReadKind, ledgerRead, type OutputOfLedgerRead } from './ledger-reads.ts';

/** Receivables of several customers that are read in some milliseconds. */
const fewOfSeveral = 400;

/** Reads here what these customers' ledgers say when they are short, as nearly all are; else in a job's thread. */
export async function readLedgerAtSize<K extends LedgerReadKind>(
  context: HandlerContext,
  order: { readonly kind: K; readonly input: InputOfLedgerRead<K>; readonly customerIds: readonly Id[] },
): Promise<Result<OutputOfLedgerRead<K>, AppError>> {
  const { kind, input, customerIds } = order;
  const db = context.session.db();
  const actor = actorOf(context);
  const [only] = customerIds;
  const isShort =
    customerIds.length === 1 && only !== undefined
      ? isLedgerShort(db, only)
      : areReceivablesFew(db, customerIds, fewOfSeveral);
  if (isShort) return ledgerRead(kind)(db, actor, input);
  const inThread = { kind, input, actor } satisfies LedgerReadOrder<K>;
  const outcome = await context.services.jobs.run('ledgerRead', inThread, unwatched);
  // Safe: the job ran the read of this kind, so its output is of this kind.
  return outcome as Result<OutputOfLedgerRead<K>, AppError>;
}
