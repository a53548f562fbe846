import type { Id } from '../core/id.ts';

/** What every command that writes returns, so that the toast can offer undo. Null: nothing had changed. */
export interface ChangeOutcome {
  readonly batchId: Id | null;
}
