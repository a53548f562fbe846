import { parentPort, workerData } from 'node:worker_threads';
import { type AppDb, joinBook } from '../../db/open.ts';
import { storageErrorOf } from '../../db/storage-error.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import { err, ok, type Result } from '../../src-shared/core/result.ts';
import type { JobProgress } from '../../src-shared/ipc/procedure.ts';
import type { Job, WorkerControl } from './job.ts';
import { jobKinds } from './job-kinds.ts';
import { firstThreadOf, startBeside, tellFailure } from './second-thread.ts';
import { throttled } from './throttled.ts';
import type { FromWorker, JobOrder } from './worker-messages.ts';

/** The window draws no faster than it can be read. */
const progressEveryMs = 100;

if (!parentPort) throw new Error('job-worker is the inside of a worker thread');
const port = parentPort;
const post = (message: FromWorker): void => port.postMessage(message);

// Safe: createJobRunner starts this thread and nothing else does.
const order = workerData as JobOrder;
// A bug rejects: the thread then dies of it, and the runner is told as by any other crash.
void work(order).then((outcome) => post({ type: 'done', outcome }));

async function work(whole: JobOrder): Promise<Result<unknown, AppError>> {
  const { kind, input, book, cancelFlag, beside } = whole;
  const flag = new Int32Array(cancelFlag);
  const opened: AppDb[] = [];
  const control: WorkerControl = {
    progress: throttled(progressEveryMs, (progress: Omit<JobProgress, 'jobId'>) =>
      post({ type: 'progress', progress }),
    ),
    isCancelled: () => Atomics.load(flag, 0) === 1,
    openBook: (access) => {
      if (book.path === null) return err({ kind: 'storage', reason: 'file_missing' });
      const outcome = joinBook(book.path, { deviceId: book.deviceId, readOnly: access === 'read' });
      if (!outcome.ok) return outcome;
      opened.push(outcome.value);
      return ok(outcome.value);
    },
    startBeside: (otherKind, otherInput) => startBeside(whole, otherKind, otherInput),
    ...(beside && { first: firstThreadOf(beside) }),
  };
  try {
    const outcome = await jobNamed(kind)(input, control);
    if (beside && !outcome.ok) tellFailure(beside, null);
    return outcome;
  } catch (cause) {
    const storage = storageErrorOf(cause);
    if (beside) tellFailure(beside, storage ? null : cause);
    if (storage) return err(storage);
    throw cause;
  } finally {
    for (const db of opened) db.close();
  }
}

/** Safe cast: JobRunner.run is typed by kind, so the input that arrives is the one this job takes. */
function jobNamed(kind: string): Job<unknown, unknown> {
  const job = (jobKinds as unknown as Readonly<Record<string, Job<unknown, unknown>>>)[kind];
  if (!job) throw new Error(`there is no job '${kind}'`);
  return job;
}
