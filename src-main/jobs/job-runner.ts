import { Worker } from 'node:worker_threads';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Result } from '../../src-shared/core/result.ts';
import type { JobProgress } from '../../src-shared/ipc/procedure.ts';
import type { InputOfJob, OutputOfJob } from './job.ts';
import type { JobKind, JobKinds } from './job-kinds.ts';
import type { BookAccess, FromWorker, JobOrder } from './worker-messages.ts';

/** The caller's side of a job: dispatch's JobControl, or nobody. */
export interface JobWatcher {
  progress(progress: Omit<JobProgress, 'jobId'>): void;
  onCancel(stop: () => void): void;
}

/** For work that nobody watches: the daily backup, the backup at quit. */
export const unwatched: JobWatcher = { progress: () => {}, onCancel: () => {} };

export interface JobRunner {
  /** Rejects when the job has a bug or its thread died; what the user can act on is in the Result. */
  run<K extends JobKind>(
    kind: K,
    input: InputOfJob<JobKinds[K]>,
    watcher: JobWatcher,
  ): Promise<Result<OutputOfJob<JobKinds[K]>, AppError>>;
}

/** Runs each job in a worker thread of its own. `worker` is job-worker.cjs of the build, or its source under Node. */
export function createJobRunner(worker: string | URL, book: () => BookAccess): JobRunner {
  return {
    run: async (kind, input, watcher) => {
      const cancelFlag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
      watcher.onCancel(() => {
        Atomics.store(new Int32Array(cancelFlag), 0, 1);
      });
      const order: JobOrder = { kind, input, book: book(), cancelFlag, worker: String(worker), beside: null };
      const outcome = await settle(new Worker(worker, { workerData: order }), watcher);
      // Safe: the worker looked the job up by this kind, so the output is of this kind.
      return outcome as Result<OutputOfJob<JobKinds[typeof kind]>, AppError>;
    },
  };
}

function settle(worker: Worker, watcher: JobWatcher): Promise<Result<unknown, AppError>> {
  return new Promise((resolve, reject) => {
    let outcome: Result<unknown, AppError> | null = null;
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'progress') watcher.progress(message.progress);
      else outcome = message.outcome;
    });
    worker.on('messageerror', reject);
    worker.on('error', reject);
    // The answer counts only when the thread has ended: until then its connection and its files may be open.
    worker.on('exit', (code) => {
      if (outcome) resolve(outcome);
      else reject(new Error(`a job's thread ended with code ${code} and no answer`));
    });
  });
}
