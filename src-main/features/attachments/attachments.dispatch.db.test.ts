import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesFolderOf, storedHashes, storedPath } from '../../../db/attachments/stored-files.ts';
import type { StagedFile } from '../../../src-shared/attachments/attachment.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { aFollowUpForm } from '../../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';
import { sampleOrder } from '../../ipc/testing/sample-order.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp({ inFile: true });
});
afterEach(() => app.close());

const store = () => filesFolderOf(app.book.path);

function aFile(name: string, content = '内容'): string {
  const path = join(dirname(app.book.path), '用户的文件', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function staged(name = '合同.pdf', content = '内容'): Promise<StagedFile> {
  const { staged: files } = await app.done('attachments', 'stage', { paths: [aFile(name, content)] });
  const [file] = files;
  if (!file) throw new Error('it was refused');
  return file;
}

async function attached(customerId: string, file?: StagedFile): Promise<string> {
  const { ids } = await app.done('attachments', 'add', { customerId, files: [file ?? (await staged())] });
  const [id] = ids;
  if (id === undefined) throw new Error('nothing was added');
  return id;
}

const list = async (customerId: string) =>
  (await app.done('attachments', 'list', { customerId })).attachments.map(({ fileName }) => fileName);

describe('attachments.stage', () => {
  it('takes what can be taken, says why of the rest, and writes nothing in the book', async () => {
    const before = app.journalCount();
    const paths = [aFile('报价.xlsx', '报价'), aFile('工具.exe'), aFile('空.txt', ''), '/nowhere/照片.jpg'];
    const { staged: files, refused } = await app.done('attachments', 'stage', { paths });
    expect(files).toMatchObject([{ fileName: '报价.xlsx', sizeBytes: 6 }]);
    expect(refused).toEqual([
      { fileName: '工具.exe', reason: 'program' },
      { fileName: '空.txt', reason: 'empty' },
      { fileName: '照片.jpg', reason: 'gone' },
    ]);
    expect(app.journalCount()).toBe(before);
  });

  it('asks in a dialog when no files are named, and takes none when it is closed', async () => {
    expect(await app.done('attachments', 'stage', { paths: null })).toEqual({ staged: [], refused: [] });
    const path = aFile('照片.jpg');
    app.services.dialogs.openFiles = () => Promise.resolve([path]);
    expect((await app.done('attachments', 'stage', { paths: null })).staged).toMatchObject([{ fileName: '照片.jpg' }]);
  });

  it.runIf(process.platform === 'linux')('says it when the copy cannot be written', async () => {
    // A folder in which nobody can make a file.
    symlinkSync('/proc', store());
    const refused = await app.refused('attachments', 'stage', { paths: [aFile('a.pdf')] });
    expect(refused).toMatchObject({ kind: 'storage' });
  });
});

describe('attachments.add', () => {
  it('names the files of a customer, newest first, as one action that can be taken back', async () => {
    const customerId = app.aCustomer();
    const before = app.hash();
    const files = [await staged('合同.pdf', '一'), await staged('照片.jpg', '二')];
    const { batchId } = await app.done('attachments', 'add', { customerId, files });
    expect(await list(customerId)).toEqual(['照片.jpg', '合同.pdf']);
    if (batchId === null) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect(await list(customerId)).toEqual([]);
    expect(app.hash()).toBe(before);
    expect(storedHashes(store())).toHaveLength(2);
  });

  it('belongs to a talk and stands beside it in the timeline', async () => {
    const customerId = app.aCustomer();
    const followUpId = app.aFollowUp({ customerId, text: '谈了合同' });
    await app.done('attachments', 'add', { customerId, followUpId, files: [await staged()] });
    const { attachments } = await app.done('attachments', 'list', { customerId });
    expect(attachments).toMatchObject([
      { followUpId, isMissing: false, createdBy: app.ownerId, talk: { text: '谈了合同', channel: 'phone' } },
    ]);
    const { items } = await app.done('customers', 'timeline', { id: customerId });
    expect(items.find(({ kind }) => kind === 'follow_up')).toMatchObject({ attachments: [{ fileName: '合同.pdf' }] });
  });

  it('refuses a talk of another customer, and one in the bin', async () => {
    const customerId = app.aCustomer();
    const files = [await staged()];
    const add = (followUpId: string) => app.refused('attachments', 'add', { customerId, followUpId, files });
    const problem = { kind: 'validation', fields: [{ field: 'followUpId', problem: 'unknown_choice' }] };
    expect(await add(app.aFollowUp())).toEqual(problem);
    const binned = app.aFollowUp({ customerId });
    await app.done('followUps', 'moveToBin', { id: binned });
    expect(await add(binned)).toEqual(problem);
  });

  it('belongs to an order', async () => {
    const customerId = app.aCustomer();
    const { orderId } = sampleOrder(app, customerId, app.ownerId);
    await app.done('attachments', 'add', { customerId, orderId, files: [await staged()] });
    await attached(customerId, await staged('照片.jpg', '别的'));
    const { attachments } = await app.done('attachments', 'list', { customerId });
    expect(attachments).toMatchObject([
      { fileName: '照片.jpg', orderId: null },
      { fileName: '合同.pdf', orderId, followUpId: null, isMissing: false },
    ]);
  });

  it('refuses an order of another customer, and one that is not there', async () => {
    const customerId = app.aCustomer();
    const files = [await staged()];
    const add = (orderId: string) => app.refused('attachments', 'add', { customerId, orderId, files });
    const problem = { kind: 'validation', fields: [{ field: 'orderId', problem: 'unknown_choice' }] };
    expect(await add(sampleOrder(app, app.aCustomer(), app.ownerId).orderId)).toEqual(problem);
    expect(await add(newId())).toEqual(problem);
  });

  it('names no bytes that are not there, and none of another size', async () => {
    const customerId = app.aCustomer();
    const file = await staged();
    const add = (changed: Partial<StagedFile>) =>
      app.refused('attachments', 'add', { customerId, files: [{ ...file, ...changed }] });
    const gone = { kind: 'conflict', reason: 'file_gone', detail: '合同.pdf' };
    expect(await add({ sha256: 'b'.repeat(64) })).toEqual(gone);
    expect(await add({ sizeBytes: 7 })).toEqual(gone);
    expect(await add({ fileName: '合同.exe' })).toMatchObject({
      kind: 'validation',
      fields: [{ field: 'files.0.fileName', problem: 'program_file' }],
    });
    expect(await list(customerId)).toEqual([]);
  });

  it('is for a salesperson at own customers and those of nobody', async () => {
    const [others, nobodys] = [app.aCustomer({ ownerId: app.ownerId }), app.aCustomer()];
    await app.sitDown(app.aUser());
    const files = [await staged()];
    expect(await app.refused('attachments', 'add', { customerId: others, files })).toEqual({
      kind: 'forbidden',
      right: 'follow_ups.edit',
    });
    expect((await app.call('attachments', 'add', { customerId: nobodys, files })).ok).toBe(true);
  });

  it('refuses an unknown customer and one in the bin', async () => {
    const files = [await staged()];
    const add = (customerId: string) => app.refused('attachments', 'add', { customerId, files });
    expect(await add(newId())).toMatchObject({ kind: 'not_found' });
    expect(await add(app.inBin('customers', app.aCustomer()))).toMatchObject({ reason: 'in_bin' });
  });
});

describe('followUps.create with files', () => {
  it('saves the talk and its attachments as one action', async () => {
    const customerId = app.aCustomer();
    const before = app.hash();
    const files = [await staged('样品.jpg')];
    const { id, batchId } = await app.done('followUps', 'create', { customerId, followUp: aFollowUpForm(), files });
    expect(await app.done('attachments', 'list', { customerId })).toMatchObject({ attachments: [{ followUpId: id }] });
    if (batchId === null) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect(app.hash()).toBe(before);
  });

  it('saves nothing when a file that waited in the draft is gone', async () => {
    const customerId = app.aCustomer();
    const file = await staged();
    rmSync(store(), { recursive: true });
    const before = app.journalCount();
    expect(
      await app.refused('followUps', 'create', { customerId, followUp: aFollowUpForm(), files: [file] }),
    ).toMatchObject({ reason: 'file_gone' });
    expect(app.journalCount()).toBe(before);
  });
});

describe('followUps.moveToBin', () => {
  it('takes its attachments along, and one undo brings all back', async () => {
    const customerId = app.aCustomer();
    const files = [await staged()];
    const { id } = await app.done('followUps', 'create', { customerId, followUp: aFollowUpForm(), files });
    const before = app.hash();
    const { batchId } = await app.done('followUps', 'moveToBin', { id });
    expect(await list(customerId)).toEqual([]);
    if (batchId === null) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect(app.hash()).toBe(before);
  });
});

describe('attachments.open', () => {
  it('shows a read-only copy under its own name', async () => {
    const id = await attached(app.aCustomer(), await staged('报价: 3/5.pdf'.replace('/', '-')));
    await app.done('attachments', 'open', { id });
    const [path = ''] = app.effects.paths;
    expect(basename(path)).toBe('报价  3-5.pdf');
    expect(readFileSync(path, 'utf8')).toBe('内容');
    expect(statSync(path).mode & 0o222).toBe(0);
  });

  it('may be used by a bookkeeper', async () => {
    const id = await attached(app.aCustomer());
    await app.sitDown(app.aUser({ role: 'bookkeeper', name: '周会计' }));
    await app.done('attachments', 'open', { id });
    expect(app.effects.paths).toHaveLength(1);
  });

  it('says that the file is gone, and the list shows it', async () => {
    const customerId = app.aCustomer();
    const id = await attached(customerId);
    rmSync(store(), { recursive: true });
    expect(await app.refused('attachments', 'open', { id })).toEqual({
      kind: 'conflict',
      reason: 'file_gone',
      detail: '合同.pdf',
    });
    expect(await app.done('attachments', 'list', { customerId })).toMatchObject({ attachments: [{ isMissing: true }] });
    expect(app.effects.paths).toEqual([]);
  });

  it('says that the file was changed behind the app’s back', async () => {
    const file = await staged();
    const id = await attached(app.aCustomer(), file);
    writeFileSync(storedPath(store(), file.sha256), '换了');
    expect(await app.refused('attachments', 'open', { id })).toMatchObject({ reason: 'file_damaged' });
  });

  it('starts no program, even one that a book from elsewhere brings along', async () => {
    const { sha256, sizeBytes } = await staged();
    const id = app.anAttachment({ fileName: '照片.jpg.exe', sha256, sizeBytes });
    expect(await app.refused('attachments', 'open', { id })).toMatchObject({ fields: [{ problem: 'program_file' }] });
    expect(app.effects.paths).toEqual([]);
  });

  it('follows no hash that leads out of the folder', async () => {
    const id = app.anAttachment({ sha256: `../../${'a'.repeat(58)}` });
    expect(await app.refused('attachments', 'open', { id })).toMatchObject({ reason: 'file_gone' });
  });

  it('knows no other id, and none in the bin', async () => {
    expect(await app.refused('attachments', 'open', { id: newId() })).toMatchObject({ kind: 'not_found' });
    const id = await attached(app.aCustomer());
    await app.done('attachments', 'moveToBin', { id });
    expect(await app.refused('attachments', 'open', { id })).toMatchObject({ reason: 'in_bin' });
  });
});

describe('attachments.saveAs', () => {
  it('writes a copy where the user says, under a name that every system takes', async () => {
    const id = await attached(app.aCustomer(), await staged('报价.pdf'));
    expect(await app.done('attachments', 'saveAs', { id })).toEqual({ path: null });
    const path = join(dirname(app.book.path), '另存.pdf');
    const proposed: string[] = [];
    app.services.dialogs.saveCopy = (name) => {
      proposed.push(name);
      return Promise.resolve(path);
    };
    expect(await app.done('attachments', 'saveAs', { id })).toEqual({ path });
    expect(proposed).toEqual(['报价.pdf']);
    expect(readFileSync(path, 'utf8')).toBe('内容');
  });
});

describe('attachments.rename', () => {
  it('changes the name and nothing else, with undo and history', async () => {
    const customerId = app.aCustomer();
    const id = await attached(customerId);
    const { batchId } = await app.done('attachments', 'rename', { id, fileName: ' 合同（终稿）.pdf ' });
    expect(await list(customerId)).toEqual(['合同（终稿）.pdf']);
    const { entries } = await app.done('history', 'ofCustomer', { customerId });
    expect(entries[0]).toMatchObject({
      entity: 'attachments',
      title: '合同（终稿）.pdf',
      changes: [{ field: 'fileName', before: { value: '合同.pdf' }, after: { value: '合同（终稿）.pdf' } }],
    });
    if (batchId === null) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect(await list(customerId)).toEqual(['合同.pdf']);
  });

  it('makes no program of it', async () => {
    const id = await attached(app.aCustomer());
    expect(await app.refused('attachments', 'rename', { id, fileName: '合同.bat' })).toEqual({
      kind: 'validation',
      fields: [{ field: 'fileName', problem: 'program_file' }],
    });
  });
});

describe('attachments.moveToBin', () => {
  it('keeps the bytes: taking it back brings the file back', async () => {
    const customerId = app.aCustomer();
    const id = await attached(customerId);
    const { batchId } = await app.done('attachments', 'moveToBin', { id });
    expect(await list(customerId)).toEqual([]);
    if (batchId === null) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    await app.done('attachments', 'open', { id });
    expect(app.effects.paths).toHaveLength(1);
  });

  it('is not for another’s customer', async () => {
    const id = await attached(app.aCustomer({ ownerId: app.ownerId }));
    await app.sitDown(app.aUser());
    expect(await app.refused('attachments', 'moveToBin', { id })).toEqual({
      kind: 'forbidden',
      right: 'follow_ups.edit',
    });
  });
});
