import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workCalendarOf } from '../../../db/queries/work-calendar.ts';
import { day } from '../../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
let folder: string;
beforeEach(() => {
  app = openTestApp();
  folder = mkdtempSync(join(tmpdir(), 'keben-workdays-'));
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

const newYear = { on: day('2027-01-01'), name: '元旦', isOffDay: true };
const newYear2027 = { year: 2027, days: [newYear] };
const isOff = () => !workCalendarOf(app.book).isWorkday(day('2027-01-01'));
const knownUntil = async () => (await app.done('workdays', 'years', {})).knownUntilYear;

describe('workdays.years', () => {
  it('gives no years of its own and 2026 as the last known one in a new book', async () => {
    expect(await app.done('workdays', 'years', {})).toEqual({ userYears: [], knownUntilYear: 2026 });
  });

  it('gives the years the user saved, the earliest first', async () => {
    await app.done('workdays', 'saveYear', {
      year: 2028,
      days: [{ on: day('2028-01-03'), name: ' 元旦 ', isOffDay: true }],
    });
    await app.done('workdays', 'saveYear', newYear2027);
    const { userYears, knownUntilYear } = await app.done('workdays', 'years', {});
    expect(userYears).toEqual([
      newYear2027,
      { year: 2028, days: [{ on: '2028-01-03', name: '元旦', isOffDay: true }] },
    ]);
    expect(knownUntilYear).toBe(2028);
  });
});

describe('workdays.saveYear', () => {
  it('makes the day a day off at once, and undo takes it back', async () => {
    expect(isOff()).toBe(false);
    const before = app.hash();
    const { batchId } = await app.done('workdays', 'saveYear', newYear2027);
    if (batchId === null) throw new Error('nothing was written');
    expect(isOff()).toBe(true);
    expect(app.announced.at(-1)).toEqual(expect.arrayContaining(['workdays', 'customers', 'visit_plans']));
    await app.done('history', 'undo', { batchId });
    expect(isOff()).toBe(false);
    expect(app.hash()).toBe(before);
  });

  it('takes the place of what was given for that year before', async () => {
    await app.done('workdays', 'saveYear', newYear2027);
    await app.done('workdays', 'saveYear', {
      year: 2027,
      days: [{ on: day('2027-01-04'), name: '元旦', isOffDay: true }],
    });
    expect(isOff()).toBe(false);
    expect((await app.done('workdays', 'years', {})).userYears).toHaveLength(1);
  });

  it.each([
    ['no day', { year: 2027, days: [] }, 'days', 'required'],
    [
      'a year before the built-in ones',
      { year: 2006, days: [{ ...newYear, on: day('2006-10-01') }] },
      'year',
      'out_of_range',
    ],
    ['a day of another year', { ...newYear2027, year: 2029 }, 'days.0.on', 'out_of_range'],
    ['a day twice', { year: 2027, days: [newYear, newYear] }, 'days.1.on', 'invalid'],
    [
      'a day without a name',
      { year: 2027, days: [{ on: day('2027-01-01'), name: ' ', isOffDay: true }] },
      'days.0.name',
      'required',
    ],
  ])('refuses %s', async (_, input, field, problem) => {
    expect(await app.refused('workdays', 'saveYear', input)).toEqual({
      kind: 'validation',
      fields: [{ field, problem }],
    });
  });

  it('is the owner’s to do', async () => {
    await app.sitDown(app.aUser());
    expect(await app.refused('workdays', 'saveYear', newYear2027)).toEqual({
      kind: 'forbidden',
      right: 'settings.edit',
    });
    expect(await knownUntil()).toBe(2026);
  });
});

describe('workdays.removeYear', () => {
  it('forgets a year, and undo brings it back', async () => {
    await app.done('workdays', 'saveYear', newYear2027);
    const { batchId } = await app.done('workdays', 'removeYear', { year: 2027 });
    if (batchId === null) throw new Error('nothing was written');
    expect(await knownUntil()).toBe(2026);
    await app.done('history', 'undo', { batchId });
    expect(await knownUntil()).toBe(2027);
    expect(isOff()).toBe(true);
  });

  it('can be followed by giving that year again', async () => {
    await app.done('workdays', 'saveYear', newYear2027);
    await app.done('workdays', 'removeYear', { year: 2027 });
    await app.done('workdays', 'saveYear', newYear2027);
    expect(isOff()).toBe(true);
  });

  it('refuses a year that nobody gave, and one removed before', async () => {
    expect(await app.refused('workdays', 'removeYear', { year: 2027 })).toMatchObject({ kind: 'not_found' });
    await app.done('workdays', 'saveYear', newYear2027);
    await app.done('workdays', 'removeYear', { year: 2027 });
    expect(await app.refused('workdays', 'removeYear', { year: 2027 })).toMatchObject({ kind: 'not_found' });
  });
});

describe('workdays.readYearFile', () => {
  const choose = (path: string | null) => {
    app.services.dialogs.openHolidays = () => Promise.resolve(path);
  };
  const fileOf = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    choose(path);
  };

  it('shows what the file holds and writes nothing', async () => {
    fileOf('节假日.csv', '2027-01-01,元旦,休\n');
    const before = app.hash();
    expect(await app.done('workdays', 'readYearFile', {})).toEqual({
      state: 'read',
      fileName: '节假日.csv',
      year: newYear2027,
    });
    expect(app.hash()).toBe(before);
    expect(isOff()).toBe(false);
  });

  it('reads a file of Windows in GB18030 too', async () => {
    // 2027-01-01,元旦,休
    fileOf(
      'a.txt',
      Buffer.concat([Buffer.from('2027-01-01,'), Buffer.from([0xd4, 0xaa, 0xb5, 0xa9, 0x2c, 0xd0, 0xdd])]),
    );
    expect(await app.done('workdays', 'readYearFile', {})).toMatchObject({ state: 'read', year: newYear2027 });
  });

  it('does nothing when the dialog is closed', async () => {
    choose(null);
    expect(await app.done('workdays', 'readYearFile', {})).toEqual({ state: 'closed' });
  });

  it.each([
    ['a workbook', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]), { kind: 'not_text' }],
    ['a file of 2 MB', 'x'.repeat(2_000_000), { kind: 'too_large' }],
    ['an empty file', '', { kind: 'no_days' }],
  ])('refuses %s', async (_, content, problem) => {
    fileOf('a.bin', content);
    expect(await app.done('workdays', 'readYearFile', {})).toEqual({ state: 'refused', fileName: 'a.bin', problem });
  });

  it('says that the file is gone', async () => {
    choose(join(folder, 'gone.json'));
    expect(await app.refused('workdays', 'readYearFile', {})).toMatchObject({
      kind: 'storage',
      reason: 'file_missing',
    });
  });
});
