import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { Result } from '../../src-shared/core/result.ts';
import type { JobProgress } from '../../src-shared/ipc/procedure.ts';
import type { BesideOrder } from './second-thread.ts';

/** How a job opens the book; the path is null while no book is open. */
export interface BookAccess {
  readonly path: string | null;
  readonly deviceId: Id;
}

/** What the worker is started with. */
export interface JobOrder {
  readonly kind: string;
  readonly input: unknown;
  readonly book: BookAccess;
  /** One Int32: 1 once the user cancelled. Shared, because a worker in mid-loop reads no messages. */
  readonly cancelFlag: SharedArrayBuffer;
  /** The file that threads start with, as a path or the text of a URL: a job may start one beside itself. */
  readonly worker: string;
  /** Set in such a thread. */
  readonly beside: BesideOrder | null;
}

export type FromWorker =
  | { readonly type: 'progress'; readonly progress: Omit<JobProgress, 'jobId'> }
  | { readonly type: 'done'; readonly outcome: Result<unknown, AppError> };
