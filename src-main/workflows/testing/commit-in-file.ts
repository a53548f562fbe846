import { type AppDb, joinBook } from '../../../db/open.ts';
import { openOptions } from '../../../db/testing/book-file.ts';
import type { WorkerControl } from '../../jobs/job.ts';
import { startBeside } from '../../jobs/second-thread.ts';
import type { JobOrder } from '../../jobs/worker-messages.ts';
import { type CommitImportOrder, commitImportJob } from '../commit-import-job.ts';

const worker = new URL('../../jobs/job-worker.ts', import.meta.url).href;

export type StartBeside = NonNullable<WorkerControl['startBeside']>;

interface Otherwise {
  readonly progress?: WorkerControl['progress'];
  readonly isCancelled?: WorkerControl['isCancelled'];
  /** Null: there is no second thread. */
  readonly startBeside?: StartBeside | null;
}

/** The import job as its thread runs it, over a connection of its own, but here and with every progress told. */
export async function commitInFile(
  bookPath: string,
  order: CommitImportOrder,
  { progress = () => {}, isCancelled = () => false, startBeside = besideOf(bookPath) }: Otherwise = {},
): ReturnType<typeof runJob> {
  const opened: AppDb[] = [];
  const control: WorkerControl = {
    progress,
    isCancelled,
    openBook: () => {
      const joined = joinBook(bookPath, openOptions);
      if (joined.ok) opened.push(joined.value);
      return joined;
    },
    ...(startBeside && { startBeside }),
  };
  try {
    return await runJob(order, control);
  } finally {
    for (const book of opened) book.close();
  }
}

/** A real second thread. */
export function besideOf(path: string): StartBeside {
  const book = { path, deviceId: openOptions.deviceId };
  const cancelFlag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const order: JobOrder = { kind: 'commitImport', input: null, book, cancelFlag, worker, beside: null };
  return (kind, input) => startBeside(order, kind, input);
}

const runJob = async (order: CommitImportOrder, control: WorkerControl) => commitImportJob(order, control);
