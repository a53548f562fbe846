import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err } from '../../../src-shared/core/result.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const breakBook = () => app.session.switchTo('/data/客本.keben', () => err({ kind: 'storage', reason: 'damaged' }));

describe('book.status', () => {
  it('shows the book, its day in its own zone and its customers', async () => {
    app.aCustomer();
    await app.done('settings', 'save', { companyName: '华成机电', timeZone: 'Asia/Tokyo' });
    expect(await app.done('book', 'status', {})).toMatchObject({
      state: 'open',
      companyName: '华成机电',
      customerCount: 1,
      isSample: false,
      timeZone: 'Asia/Tokyo',
      today: '2026-03-05',
      backupProblem: null,
    });
  });

  it('says that a book is being prepared while it is opened', async () => {
    let seen: unknown;
    await app.session.switchTo('/data/客本.keben', async () => {
      seen = await app.done('book', 'status', {});
      return err({ kind: 'storage', reason: 'damaged' });
    });
    expect(seen).toEqual({ state: 'preparing', path: '/data/客本.keben' });
    expect(await app.done('book', 'status', {})).toMatchObject({ state: 'problem' });
  });

  it('shows what is wrong with a book that does not open, and everything else says so too', async () => {
    await breakBook();
    const error = { kind: 'storage', reason: 'damaged' };
    expect(await app.done('book', 'status', {})).toMatchObject({
      state: 'problem',
      reason: 'damaged',
      path: '/data/客本.keben',
    });
    expect(await app.refused('users', 'list', {})).toEqual(error);
    expect(await app.done('backups', 'list', {})).toMatchObject({ backups: [] });
    expect(await app.done('workspace', 'get', {})).toMatchObject({ drafts: {} });
  });
});

describe('book.openLink', () => {
  it.each(['file:///etc/passwd', 'javascript:alert(1)'])('refuses %s', async (url) => {
    expect(await app.refused('book', 'openLink', { url })).toEqual({
      kind: 'validation',
      fields: [{ field: 'url', problem: 'invalid' }],
    });
  });

  it('hands a link to the desktop', async () => {
    expect(await app.done('book', 'openLink', { url: 'https://example.com/' })).toEqual({});
  });
});

describe('book.dial', () => {
  it('hands the number to the phone program, without what no phone can dial', async () => {
    const handed: string[] = [];
    const openExternal = (url: string) => Promise.resolve(handed.push(url) > 0);
    Object.assign(app.services.desktop, { canDial: () => true, openExternal });
    expect(await app.done('book', 'dial', { phone: '0571-88886666转801' })).toEqual({ how: 'handed_over' });
    expect(handed).toEqual(['tel:057188886666']);
  });

  it('copies the number as it is written where no program takes calls', async () => {
    const copied: string[] = [];
    Object.assign(app.services.desktop, { canDial: () => false });
    Object.assign(app.services.clipboard, { writeText: (text: string) => copied.push(text) });
    expect(await app.done('book', 'dial', { phone: '138 0013 8000' })).toEqual({ how: 'copied' });
    expect(copied).toEqual(['138 0013 8000']);
  });

  it.each(['问老王', 'file:///etc/passwd', '10086;phone-context=x'])('refuses %s', async (phone) => {
    expect(await app.refused('book', 'dial', { phone })).toEqual({
      kind: 'validation',
      fields: [{ field: 'phone', problem: 'invalid' }],
    });
  });
});

describe('book.openSample', () => {
  it('says that there is no room for the sample, and the book stays', async () => {
    expect(await app.refused('book', 'openSample', {})).toEqual({ kind: 'storage', reason: 'disk_full' });
    expect(await app.done('book', 'status', {})).toMatchObject({ state: 'open' });
  });
});

describe('book.about', () => {
  it('says what runs and where the data lies', async () => {
    expect(await app.done('book', 'about', {})).toMatchObject({ version: expect.any(String), licences: [] });
  });
});

describe('backups', () => {
  it('are not restored while another job works on the book', async () => {
    app.services.runningJobs.start('other', () => {});
    expect(await app.refused('backups', 'restore', { fileName: 'a.keben' })).toEqual({
      kind: 'conflict',
      reason: 'job_running',
    });
  });

  it('are restored by the owner only', async () => {
    await app.sitDown(app.aUser({ name: '李销售' }));
    expect(await app.refused('backups', 'restore', { fileName: 'a.keben' })).toEqual({
      kind: 'forbidden',
      right: 'backup.restore',
    });
  });

  it('stay where they are when the folder dialog was closed', async () => {
    expect(await app.done('backups', 'chooseFolder', {})).toEqual({ folder: null });
  });
});

describe('workspace', () => {
  it('keeps a look of this PC and tells the windows', async () => {
    const { preferences } = await app.done('workspace', 'get', {});
    expect(preferences.theme).not.toBe('dark');
    await app.done('workspace', 'savePreferences', { theme: 'dark' });
    expect((await app.done('workspace', 'get', {})).preferences).toEqual({ ...preferences, theme: 'dark' });
    expect(app.announced).toContainEqual(['workspace']);
  });

  it('gives each user their own drafts back', async () => {
    await app.done('workspace', 'saveDraft', { key: 'follow-up:1', value: { text: '写到一半' } });
    expect((await app.done('workspace', 'get', {})).drafts).toEqual({ 'follow-up:1': { text: '写到一半' } });
    await app.sitDown(app.aUser({ name: '李销售' }));
    expect((await app.done('workspace', 'get', {})).drafts).toEqual({});
  });

  it('keeps no draft while no book is open: nobody would know whose it is', async () => {
    await breakBook();
    expect(await app.refused('workspace', 'saveDraft', { key: 'a', value: 1 })).toMatchObject({ kind: 'storage' });
  });

  it('refuses a draft that is too large', async () => {
    const value = 'x'.repeat(100_001);
    expect(await app.refused('workspace', 'saveDraft', { key: 'a', value })).toMatchObject({ kind: 'validation' });
  });
});
