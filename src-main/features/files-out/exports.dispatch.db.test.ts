import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customerColumns } from '../../../src-shared/customers/customer-list.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const notChosen = { kind: 'validation', fields: [{ field: 'path', problem: 'invalid' }] };
const words = {
  sheetName: '客户',
  title: '客户',
  withoutTier: '未分级',
  // Safe: made from the list of all columns.
  headers: Object.fromEntries(customerColumns.map((column) => [column, column])) as Record<
    (typeof customerColumns)[number],
    string
  >,
};
const selection = { kind: 'view', view: {} } as const;

describe('exports.chooseFile', () => {
  it('gives nothing when the dialog was closed', async () => {
    expect(await app.done('exports', 'chooseFile', { proposedName: '客户' })).toEqual({ path: null });
  });
});

describe('exports.customers', () => {
  it('writes to no file that the user did not name', async () => {
    const input = { selection, columns: ['name' as const], words, path: '/etc/passwd' };
    expect(await app.refused('exports', 'customers', input)).toEqual(notChosen);
  });
});

describe('exports.showInFolder', () => {
  it('shows a file that was written, and no other', async () => {
    const path = join(app.services.appInfo().dataFolder, '客户.xlsx');
    expect(await app.refused('exports', 'showInFolder', { path })).toEqual(notChosen);
    app.services.chosenPaths.add(path);
    expect(await app.refused('exports', 'showInFolder', { path })).toEqual({ kind: 'storage', reason: 'file_missing' });
    writeFileSync(path, '');
    expect(await app.done('exports', 'showInFolder', { path })).toEqual({});
  });
});
