import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../src-shared/core/id.ts';
import { parseInstant } from '../../../src-shared/core/instant.ts';
import { defaultReminderPreferences } from '../../../src-shared/reminders/reminder-preferences.ts';
import { WorkspaceStore, workspaceFileName } from './workspace-store.ts';

let folder: string;
let warnings: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keben-workspace-'));
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const deviceId = newId();
const first = { language: 'zh-CN', theme: 'system', density: 'comfortable' } as const;
const preferences = { ...first, closing: 'ask', reminders: defaultReminderPreferences };
const open = () => WorkspaceStore.open(folder, { deviceId, preferences: first }, (what) => warnings.push(what));
const file = () => join(folder, workspaceFileName);

describe('WorkspaceStore', () => {
  it('starts with the defaults and remembers what was changed', async () => {
    const store = open();
    expect(store.preferences).toEqual(preferences);
    await store.savePreferences({ theme: 'dark' });
    await store.saveLayout({ page: 'customers', columns: ['name', 'phone'] });
    await store.saveWindow({ x: 1, y: 2, width: 1200, height: 800, isMaximized: true });
    const again = open();
    expect(again.preferences).toEqual({ ...preferences, theme: 'dark' });
    expect(again.layout).toEqual({ page: 'customers', columns: ['name', 'phone'] });
    expect(again.window).toEqual({ x: 1, y: 2, width: 1200, height: 800, isMaximized: true });
    expect(again.deviceId).toBe(deviceId);
  });

  it('keeps what was half typed apart by book and by user', async () => {
    const store = open();
    const [book, otherBook, user, otherUser] = [newId(), newId(), newId(), newId()];
    await store.saveDraft(book, user, 'follow-up:1', { text: '报价已发' });
    await store.saveDraft(book, otherUser, 'follow-up:1', { text: '另一个人' });
    const again = open();
    expect(again.drafts(book, user)).toEqual({ 'follow-up:1': { text: '报价已发' } });
    expect(again.drafts(otherBook, user)).toEqual({});
    await again.saveDraft(book, user, 'follow-up:1', null);
    expect(open().drafts(book, user)).toEqual({});
    expect(open().drafts(book, otherUser)).toEqual({ 'follow-up:1': { text: '另一个人' } });
  });

  it('gives defaults for what an older version of the app did not write', async () => {
    const book = { currentUserId: null, drafts: { u: { k: '写到一半' } } };
    writeFileSync(file(), JSON.stringify({ version: 1, deviceId, preferences: first, books: { b: book } }));
    const store = open();
    expect(store.preferences).toEqual(preferences);
    expect(store.drafts('b', 'u')).toEqual({ k: '写到一半' });
    expect(store.reminderMemory('b', 'u')).toEqual({});
    expect(warnings).toEqual([]);
  });

  it('has what was reminded of on disk when it says so, apart by book and by user', async () => {
    const shownAt = parseInstant('2026-03-05T05:45:00.000Z');
    if (!shownAt) throw new Error('no instant');
    const memory = { 'visit:1': { shownAt, isLate: false, isSeen: true, isDismissed: false, snoozedUntil: null } };
    await open().saveReminderMemory('b', 'u', memory);
    expect(open().reminderMemory('b', 'u')).toEqual(memory);
    expect(open().reminderMemory('b', 'other')).toEqual({});
    expect(open().reminderMemory('other', 'u')).toEqual({});
  });

  it('has a draft on disk when it says so', async () => {
    await open().saveDraft('b', 'u', 'k', '写到一半');
    expect(readFileSync(file(), 'utf8')).toContain('写到一半');
    expect(readdirSync(folder)).toEqual([workspaceFileName]);
  });

  it('loses none of many changes made at once, and has each on disk when its save is done', async () => {
    const store = open();
    await Promise.all(
      Array.from({ length: 50 }, async (_value, index) => {
        await store.saveDraft('b', 'u', `k${index}`, index);
        expect(JSON.parse(readFileSync(file(), 'utf8')).books.b.drafts.u[`k${index}`]).toBe(index);
      }),
    );
    expect(Object.keys(open().drafts('b', 'u'))).toHaveLength(50);
  });

  it.each(['{"version":1', '', 'null', '{"version":2}', '{"version":1,"deviceId":"x","preferences":{}}', '\0\0\0\0'])(
    'keeps a damaged file (%j) aside, says so and starts with the defaults',
    async (damaged) => {
      writeFileSync(file(), damaged);
      const store = open();
      expect(store.preferences).toEqual(preferences);
      expect(warnings).toHaveLength(1);
      expect(readFileSync(`${file()}.damaged-1`, 'utf8')).toBe(damaged);
      await store.saveHasBook();
      writeFileSync(file(), damaged);
      open();
      expect(existsSync(`${file()}.damaged-2`)).toBe(true);
    },
  );

  it('says that a change could not be kept, and takes it along with the next one', async () => {
    const store = open();
    mkdirSync(file());
    await expect(store.saveHasBook()).rejects.toThrow();
    rmdirSync(file());
    await store.saveLayout({ page: 'settings' });
    expect(open().hasBook).toBe(true);
    expect(readdirSync(folder)).toEqual([workspaceFileName]);
  });
});
