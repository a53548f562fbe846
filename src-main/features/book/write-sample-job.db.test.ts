import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBook } from '../../../db/open.ts';
import { liveCustomerCount } from '../../../db/queries/book-facts.ts';
import { migrationsFolder } from '../../../db/testing/open-test-book.ts';
import { parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { newId } from '../../../src-shared/core/id.ts';
import type { WorkerControl } from '../../jobs/job.ts';
import { writeSampleJob } from './write-sample-job.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keben-sample-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const options = { deviceId: newId(), migrationsFolder, appVersion: '1.0.0' };
const control: WorkerControl = {
  progress: () => {},
  isCancelled: () => false,
  openBook: () => {
    throw new Error('the sample is not the open book');
  },
};

function write(onProgress: WorkerControl['progress'] = () => {}) {
  const today = parseCalendarDate('2026-03-05');
  if (!today) throw new Error('a day');
  const order = { path: join(folder, 'sample.keben'), options, ownerName: '老板', companyName: '示例公司', today };
  return writeSampleJob(order, { ...control, progress: onProgress });
}

describe('writeSampleJob', () => {
  it('writes a whole book of forty customers and leaves nothing beside it', async () => {
    expect(await write()).toEqual({ ok: true, value: null });
    expect(readdirSync(folder)).toEqual(['sample.keben']);
    const opened = openBook(join(folder, 'sample.keben'), { ...options, backupBeforeMigration: () => {} });
    if (!opened.ok) throw new Error(opened.error.reason);
    expect(liveCustomerCount(opened.value.book)).toBe(40);
    opened.value.book.close();
  });

  it('leaves nothing at all when it breaks off', async () => {
    expect(() =>
      write(() => {
        throw new Error('the power went');
      }),
    ).toThrow('the power went');
    expect(readdirSync(folder)).toEqual([]);
  });
});
