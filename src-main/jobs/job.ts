import type { AppDb } from '../../db/open.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Result } from '../../src-shared/core/result.ts';
import type { JobProgress } from '../../src-shared/ipc/procedure.ts';
import type { JobKind, JobKinds } from './job-kinds.ts';
import type { FirstThread, SecondThread } from './second-thread.ts';

/** What a job in the worker can do beside its work. */
export interface WorkerControl {
  progress(progress: Omit<JobProgress, 'jobId'>): void;
  /** Cheap: to be asked at every chunk of rows. */
  isCancelled(): boolean;
  /** The book that is open in the app, over a connection of the job's own that is closed when the job ends. */
  openBook(access: 'read' | 'write'): Result<AppDb, AppError>;
  /** Starts a further job in a thread of its own; it ends before this one does. Absent where jobs run in the caller's thread. */
  startBeside?<K extends JobKind>(kind: K, input: InputOfJob<JobKinds[K]>): SecondThread;
  /** Of a job that was started beside another: that one. */
  readonly first?: FirstThread;
}

/**
 * Long work off the main thread. Input and output are plain data, they cross a thread. A throw is a bug; an error
 * Result is told to the user; `{kind: 'cancelled'}` means that nothing was changed.
 */
export type Job<Input, Output> = (
  input: Input,
  control: WorkerControl,
) => Result<Output, AppError> | Promise<Result<Output, AppError>>;

export type InputOfJob<J> = J extends (input: infer I, control: WorkerControl) => unknown ? I : never;
export type OutputOfJob<J> = J extends (input: never, control: WorkerControl) => infer R
  ? Awaited<R> extends Result<infer O, AppError>
    ? O
    : never
  : never;
