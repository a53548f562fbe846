import { type AppDb, joinBook } from '../../../db/open.ts';
import { openOptions } from '../../../db/testing/book-file.ts';
import type { WorkerControl } from '../../jobs/job.ts';
import { type CommitImportOrder, commitImportJob } from '../commit-import-job.ts';

/** The import job as its thread runs it, over a connection of its own, but here and with every progress told. */
export async function commitInFile(
  bookPath: string,
  order: CommitImportOrder,
  progress: WorkerControl['progress'] = () => {},
): ReturnType<typeof runJob> {
  const opened: AppDb[] = [];
  const control: WorkerControl = {
    progress,
    isCancelled: () => false,
    openBook: () => {
      const joined = joinBook(bookPath, openOptions);
      if (joined.ok) opened.push(joined.value);
      return joined;
    },
  };
  try {
    return await runJob(order, control);
  } finally {
    for (const book of opened) book.close();
  }
}

const runJob = async (order: CommitImportOrder, control: WorkerControl) => commitImportJob(order, control);
