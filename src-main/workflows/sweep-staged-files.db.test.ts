import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesFolderOf, storedHashes, storedPath } from '../../db/attachments/stored-files.ts';
import type { StagedFile } from '../../src-shared/attachments/attachment.ts';
import { instantToMs } from '../../src-shared/core/instant.ts';
import { openTestApp, type TestApp } from '../ipc/testing/open-test-app.ts';
import { sweepStagedFiles } from './sweep-staged-files.ts';

const dayMs = 86_400_000;

let app: TestApp;
let jobs: number;
beforeEach(() => {
  app = openTestApp({ inFile: true });
  jobs = 0;
});
afterEach(() => app.close());

const store = () => filesFolderOf(app.book.path);
const start = () =>
  sweepStagedFiles({
    session: app.session,
    workspace: app.services.workspace,
    runningJobs: {
      get count() {
        return jobs;
      },
    },
    now: () => app.now,
  });

/** Chosen so many days ago. */
async function staged(content: string, daysAgo = 31): Promise<StagedFile> {
  const path = join(dirname(app.book.path), `${content}.pdf`);
  writeFileSync(path, content);
  const { staged: files } = await app.done('attachments', 'stage', { paths: [path] });
  const [file] = files;
  if (!file) throw new Error('it was refused');
  const at = (instantToMs(app.now) - daysAgo * dayMs) / 1000;
  utimesSync(storedPath(store(), file.sha256), at, at);
  return file;
}
const isKept = ({ sha256 }: StagedFile) => existsSync(storedPath(store(), sha256));

describe('sweepStagedFiles', () => {
  it('removes what was chosen long ago and never saved, and nothing that is younger', async () => {
    const [old, young] = [await staged('旧'), await staged('新', 29)];
    expect(await start()()).toBe(1);
    expect([isKept(old), isKept(young)]).toEqual([false, true]);
  });

  it('keeps what is attached, in the bin, or was taken back', async () => {
    const files = [await staged('在用'), await staged('回收站'), await staged('撤销了')];
    const customerId = app.aCustomer();
    const added = [];
    for (const file of files) added.push(await app.done('attachments', 'add', { customerId, files: [file] }));
    const [, binned, undone] = added;
    await app.done('attachments', 'moveToBin', { id: binned?.ids[0] ?? '' });
    const undo = await app.done('history', 'undo', { batchId: undone?.batchId ?? '' });
    expect(await start()()).toBe(0);
    expect(files.map(isKept)).toEqual([true, true, true]);
    await app.done('history', 'undo', { batchId: undo.batchId ?? '' });
    const { attachments } = await app.done('attachments', 'list', { customerId });
    expect(attachments.map(({ fileName, isMissing }) => [fileName, isMissing])).toContainEqual(['撤销了.pdf', false]);
  });

  it('keeps what waits in a draft, whoever wrote it', async () => {
    const file = await staged('草稿');
    const value = { text: '合同发您了', files: [file] };
    await app.services.workspace.saveDraft(app.session.book().bookId, app.aUser(), 'follow-up c1', value);
    expect(await start()()).toBe(0);
    expect(isKept(file)).toBe(true);
  });

  it('waits while a job runs, then looks once', async () => {
    await staged('一');
    const sweep = start();
    jobs = 1;
    expect(await sweep()).toBe(0);
    jobs = 0;
    expect(await sweep()).toBe(1);
    await staged('二');
    expect(await sweep()).toBe(0);
    expect(storedHashes(store())).toHaveLength(1);
  });

  it('has nothing to do beside a book without files', async () => {
    expect(await start()()).toBe(0);
  });
});
