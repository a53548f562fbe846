import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at } from '../../../db/testing/open-test-book.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';
import { bookDay } from './book-day.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

describe('settings.get', () => {
  it('gives the zone of a new book and no company', async () => {
    expect(await app.done('settings', 'get', {})).toEqual({
      companyName: null,
      timeZone: 'Asia/Shanghai',
      followUpPhrases: null,
    });
  });
});

describe('settings.save', () => {
  it('keeps what is not given', async () => {
    await app.done('settings', 'save', { companyName: ' 华兴五金 ' });
    await app.done('settings', 'save', { timeZone: 'America/New_York' });
    expect(await app.done('settings', 'get', {})).toEqual({
      companyName: '华兴五金',
      timeZone: 'America/New_York',
      followUpPhrases: null,
    });
    expect(app.announced).toContainEqual(['settings', 'book', 'customers', 'history']);
  });

  it('takes the company’s name away when it is empty', async () => {
    await app.done('settings', 'save', { companyName: '华兴五金' });
    await app.done('settings', 'save', { companyName: '' });
    expect((await app.done('settings', 'get', {})).companyName).toBeNull();
  });

  it('keeps the phrases in the user’s order, and one undo brings the old ones back', async () => {
    const phrases = async () => (await app.done('settings', 'get', {})).followUpPhrases;
    await app.done('settings', 'save', { followUpPhrases: ['没人接', ' 已报价 '] });
    expect(await phrases()).toEqual(['没人接', '已报价']);
    const { batchId } = await app.done('settings', 'save', { followUpPhrases: [] });
    expect(await phrases()).toEqual([]);
    if (batchId === null) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect(await phrases()).toEqual(['没人接', '已报价']);
    await app.done('settings', 'save', { followUpPhrases: null });
    expect(await phrases()).toBeNull();
  });

  it.each([
    ['an empty phrase', ['']],
    ['one that is no phrase any more', ['长'.repeat(201)]],
    ['more than a menu holds', Array.from({ length: 51 }, (_, index) => `常用语${index}`)],
  ])('refuses %s', async (_what, followUpPhrases) => {
    expect(await app.refused('settings', 'save', { followUpPhrases })).toMatchObject({ kind: 'validation' });
  });

  it.each(['Mars/Olympus', '', 'Asia/Shanghai; DROP TABLE users'])('refuses %j as a time zone', async (timeZone) => {
    expect(await app.refused('settings', 'save', { timeZone })).toEqual({
      kind: 'validation',
      fields: [{ field: 'timeZone', problem: 'unknown_choice' }],
    });
  });

  it('is the owner’s to do', async () => {
    await app.sitDown(app.aUser());
    expect(await app.refused('settings', 'save', {})).toEqual({ kind: 'forbidden', right: 'settings.edit' });
  });
});

describe('bookDay', () => {
  it('is the day on the book’s own calendar', async () => {
    const now = at('2026-03-05T20:00:00.000Z');
    expect(bookDay(app.book, now)).toEqual({ today: '2026-03-06', timeZone: 'Asia/Shanghai' });
    await app.done('settings', 'save', { timeZone: 'America/New_York' });
    expect(bookDay(app.book, now)).toEqual({ today: '2026-03-05', timeZone: 'America/New_York' });
  });
});
