import { renameSync, rmSync } from 'node:fs';
import { syncFile } from '../../../db/durable-files.ts';
import { createBook, type OpenOptions } from '../../../db/open.ts';
import { sampleStart, writeSampleBook } from '../../../db/seed/sample-book.ts';
import { seedTimeZone } from '../../../db/seed/seed-book.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { Job } from '../../jobs/job.ts';

export interface WriteSampleOrder {
  /** Where no file is. */
  readonly path: string;
  readonly options: OpenOptions;
  readonly ownerName: string;
  readonly companyName: string;
  /** The sample's last day of work. */
  readonly today: CalendarDate;
}

/** Writes the sample book beside its path and moves it there when it is whole. */
export const writeSampleJob: Job<WriteSampleOrder, null> = (
  { path, options, ownerName, companyName, today },
  control,
) => {
  const unfinished = `${path}.making`;
  const remove = (): void => {
    for (const ending of ['', '-wal', '-shm']) rmSync(unfinished + ending, { force: true });
  };
  remove();
  try {
    const made = createBook(unfinished, {
      ...options,
      ownerName,
      companyName,
      timeZone: seedTimeZone,
      now: sampleStart(today),
    });
    if (!made.ok) return made;
    const { book, ownerId, tierIds } = made.value;
    try {
      // Hundreds of commits that nobody would miss: a sample cut short is begun anew. It is on the disk before it is moved.
      book.sqlite.pragma('synchronous = OFF');
      writeSampleBook(book, {
        today,
        ownerId,
        tierIds,
        onProgress: (done, total) =>
          control.progress({ stage: 'writing', fraction: done / total, done, total, leftMs: null }),
      });
    } finally {
      book.close();
    }
    syncFile(unfinished);
    renameSync(unfinished, path);
    return ok(null);
  } finally {
    remove();
  }
};
