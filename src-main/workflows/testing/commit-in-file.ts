import { type AppDb, joinBook } from '../../../db/open.ts';
import { openOptions } from '../../../db/testing/book-file.ts';
import type { WorkerControl } from '../../jobs/job.ts';
import { startBeside } from '../../jobs/second-thread.ts';
import type { JobOrder } from '../../jobs/worker-messages.ts';
import { type CommitImportOrder, commitImportJob } from '../commit-import-job.ts';

const worker = new URL('../../jobs/job-worker.ts', import.meta.url).href;

/**
 * The import job as its thread runs it, over a connection of its own, but here and with every progress told. `control`:
 * what is otherwise; `startBeside: undefined`: without a second thread.
 */
export async function commitInFile(
  bookPath: string,
  order: CommitImportOrder,
  control: Partial<WorkerControl> = {},
): ReturnType<typeof runJob> {
  const opened: AppDb[] = [];
  const whole: WorkerControl = {
    progress: () => {},
    isCancelled: () => false,
    openBook: () => {
      const joined = joinBook(bookPath, openOptions);
      if (joined.ok) opened.push(joined.value);
      return joined;
    },
    startBeside: (kind, input) => startBeside(orderAt(bookPath), kind, input),
    ...control,
  };
  try {
    return await runJob(order, whole);
  } finally {
    for (const book of opened) book.close();
  }
}

function orderAt(path: string): JobOrder {
  const book = { path, deviceId: openOptions.deviceId };
  return { kind: 'commitImport', input: null, book, cancelFlag: new SharedArrayBuffer(4), worker, beside: null };
}

const runJob = async (order: CommitImportOrder, control: WorkerControl) => commitImportJob(order, control);
