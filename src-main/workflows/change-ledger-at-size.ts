import { isLedgerShort } from '../../db/queries/money/statement.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { Result } from '../../src-shared/core/result.ts';
import type { ChangeOutcome } from '../../src-shared/history/change-outcome.ts';
import type { HandlerContext } from '../ipc/handler-context.ts';
import { changeAtSize } from './change-at-size.ts';
import type { InputOfChange, LargeChangeKind, OutputOfChange } from './large-changes.ts';

/**
 * Writes a change of a customer's money: here when his ledger is short, else in a job's thread, for every law is asked of
 * the whole ledger. `customerId` null: there is no such row, which the change itself will say.
 */
export function changeLedgerAtSize<K extends LargeChangeKind>(
  context: HandlerContext,
  order: { readonly kind: K; readonly input: InputOfChange<K>; readonly customerId: Id | null },
): Promise<Result<OutputOfChange<K> & ChangeOutcome, AppError>> {
  const { kind, input, customerId } = order;
  const isShort = customerId === null || isLedgerShort(context.session.db(), customerId);
  return changeAtSize(context, { kind, source: 'edit', input, customers: isShort ? 1 : Number.POSITIVE_INFINITY });
}
