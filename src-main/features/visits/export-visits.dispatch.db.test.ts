import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBatch } from '../../../db/journal.ts';
import { contacts, customers } from '../../../db/schema/customers.ts';
import { day } from '../../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
let folder: string;
let proposed: string[];
beforeEach(() => {
  app = openTestApp();
  folder = mkdtempSync(join(tmpdir(), 'keben 日历 '));
  proposed = [];
  app.services.dialogs.saveCalendar = (name) => {
    proposed.push(name);
    return Promise.resolve(join(folder, '拜访.ics'));
  };
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

const march = {
  from: day('2026-03-01'),
  to: day('2026-03-31'),
  words: { fileName: '拜访 2026/3', calendarName: '客本拜访' },
};

/** The file's events by UID, as a phone keeps them. */
async function exported(wish: object = {}) {
  const { path, written } = await app.done('visits', 'exportIcs', { ...march, ...wish });
  const text = readFileSync(path ?? '', 'utf8');
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    sequence: Number(event.getFirstPropertyValue('sequence')),
    status: String(event.getFirstPropertyValue('status')),
    summary: String(event.getFirstPropertyValue('summary')),
    start: String(event.getFirstPropertyValue('dtstart')),
    changed: String(event.getFirstPropertyValue('last-modified')),
    note: event.getFirstPropertyValue('description'),
  }));
  expect(events).toHaveLength(written);
  return events;
}

const write = (work: Parameters<typeof writeBatch>[2]) =>
  writeBatch(app.book, { source: 'edit', userId: app.ownerId, now: app.now }, work);

const uidOf = (planId: string) => `${planId}@${app.session.book().bookId}.keben`;

/** What a phone shows after it read these files one after the other: the highest sequence of a UID wins. */
function phoneAfter(...files: Awaited<ReturnType<typeof exported>>[]) {
  const shown = new Map<string, (typeof files)[number][number]>();
  for (const event of files.flat()) {
    const known = shown.get(event.uid);
    if (!known || event.sequence >= known.sequence) shown.set(event.uid, event);
  }
  return [...shown.values()].filter((event) => event.status !== 'CANCELLED');
}

describe('visits.exportIcs', () => {
  it('asks where to, and writes the visits of the span there and nothing beside', async () => {
    const inMarch = app.aVisitPlan({ plannedOn: day('2026-03-31'), plannedTime: '09:30', purpose: '送样' });
    app.aVisitPlan({ plannedOn: day('2026-04-01') });
    const events = await exported();
    expect(events).toMatchObject([
      {
        uid: uidOf(inMarch),
        status: 'CONFIRMED',
        summary: '上海华成机电有限公司 · 送样',
        start: '2026-03-31T01:30:00Z',
      },
    ]);
    expect(proposed).toEqual(['拜访 2026 3.ics']);
    expect(readdirSync(folder)).toEqual(['拜访.ics']);
  });

  it('gives the moment of the book’s wall clock, before and after clocks change there', async () => {
    await app.done('settings', 'save', { timeZone: 'America/New_York' });
    for (const on of ['2026-03-06', '2026-03-09']) app.aVisitPlan({ plannedOn: day(on), plannedTime: '09:00' });
    app.aVisitPlan({ plannedOn: day('2026-03-10') });
    expect((await exported()).map(({ start }) => start)).toEqual([
      '2026-03-06T14:00:00Z',
      '2026-03-09T13:00:00Z',
      '2026-03-10',
    ]);
  });

  it('writes nothing when the dialog is closed', async () => {
    app.services.dialogs.saveCalendar = () => Promise.resolve(null);
    app.aVisitPlan();
    expect(await app.done('visits', 'exportIcs', march)).toEqual({ path: null, written: 0 });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says in words that the folder is gone', async () => {
    app.services.dialogs.saveCalendar = () => Promise.resolve(join(folder, '没有', 'a.ics'));
    expect(await app.refused('visits', 'exportIcs', march)).toMatchObject({ kind: 'storage' });
  });

  it('is done in a thread of its own, the refusals too', async () => {
    const { saveCalendar } = app.services.dialogs;
    app.close();
    app = openTestApp({ inFile: true });
    app.services.dialogs.saveCalendar = saveCalendar;
    const id = app.aVisitPlan({ plannedOn: day('2026-03-31') });
    expect(await exported()).toMatchObject([{ uid: uidOf(id) }]);
    app.services.dialogs.saveCalendar = () => Promise.resolve(join(folder, '没有', 'a.ics'));
    expect(await app.refused('visits', 'exportIcs', march)).toMatchObject({ kind: 'storage' });
  });

  it('updates a moved visit on the phone rather than doubling it', async () => {
    const id = app.aVisitPlan({ plannedOn: day('2026-03-09') });
    const first = await exported();
    await app.done('visits', 'update', { id, fields: { plannedOn: day('2026-03-11'), plannedTime: '10:00' } });
    const second = await exported();
    expect(second[0]?.uid).toBe(first[0]?.uid);
    expect(second[0]?.sequence).toBeGreaterThan(first[0]?.sequence ?? 0);
    expect([first, second].map(([event]) => event?.changed)).toEqual(['2026-03-05T08:00:00Z', '2026-03-05T08:00:02Z']);
    expect(phoneAfter(first, second).map(({ start }) => start)).toEqual(['2026-03-11T02:00:00Z']);
  });

  it('says the same of what did not change', async () => {
    app.aVisitPlan();
    const [first] = await exported();
    const [second] = await exported();
    expect({ ...second, sequence: null }).toEqual({ ...first, sequence: null });
  });

  it.each<[what: string, change: (planId: string, customerId: string) => Promise<unknown>]>([
    ['cancelled', (id) => app.done('visits', 'cancel', { id, reason: '展会' })],
    [
      'taken back with its planning',
      async () => {
        const { undo } = await app.done('history', 'lastUndoable', {});
        return app.done('history', 'undo', { batchId: undo?.batchId ?? '' });
      },
    ],
    ['of a customer that went to the bin', async (_, customerId) => void app.inBin('customers', customerId)],
  ])('takes off the phone what is %s', async (_, change) => {
    const customerId = app.aCustomer({ ownerId: app.ownerId });
    const { id } = await app.done('visits', 'plan', { customerId, plannedOn: day('2026-03-09') });
    const first = await exported();
    await change(id, customerId);
    const second = await exported();
    expect(second).toMatchObject([{ uid: uidOf(id), status: 'CANCELLED' }]);
    expect(phoneAfter(first)).toHaveLength(1);
    expect(phoneAfter(first, second)).toEqual([]);
  });

  it('keeps what is done or was missed', async () => {
    app.aVisitPlan({ status: 'done' });
    app.aVisitPlan({ status: 'missed' });
    expect((await exported()).map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED']);
  });

  it('tells the phone of a new number of the customer or the contact', async () => {
    const customerId = app.aCustomer({ phone: '0571-1' });
    app.aVisitPlan({ customerId });
    const files = [await exported()];
    const contactId = app.aContact({ customerId, name: '王建国', mobile: '13800138000' });
    write((db) => db.update(customers, customerId, { primaryContactId: contactId }));
    files.push(await exported());
    await app.done('contacts', 'update', { id: contactId, fields: { mobile: '13900139000' } });
    files.push(await exported());
    expect(files.map(([event]) => event?.note)).toEqual(['0571-1', '王建国\n13800138000', '王建国\n13900139000']);
    const sequences = files.map(([event]) => event?.sequence ?? 0);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  });

  it('says when it was changed though the new first contact never was and the old one often', async () => {
    const customerId = app.aCustomer();
    app.aVisitPlan({ customerId });
    const quiet = app.aContact({ customerId, name: '甲' });
    const busy = app.aContact({ customerId, name: '乙' });
    write((db) => db.update(customers, customerId, { primaryContactId: busy }));
    for (const title of ['采购', '经理', '主任']) write((db) => db.update(contacts, busy, { title }));
    const [before] = await exported();
    write((db) => db.update(customers, customerId, { primaryContactId: quiet }));
    const [after] = await exported();
    expect(before?.changed).toBeDefined();
    expect(after?.changed).not.toBe(before?.changed);
  });

  it('gives a salesperson their own and nobody’s customers and the visits they are sent on', async () => {
    const li = app.aUser({ name: '李娜' });
    const own = app.aVisitPlan({ customerId: app.aCustomer({ ownerId: li }) });
    const nobodys = app.aVisitPlan();
    const sent = app.aVisitPlan({ customerId: app.aCustomer({ ownerId: app.ownerId }), personId: li });
    const others = app.aVisitPlan({ customerId: app.aCustomer({ ownerId: app.ownerId }), personId: app.ownerId });
    const uids = async (wish = {}) => new Set((await exported(wish)).map(({ uid }) => uid));
    expect(await uids()).toEqual(new Set([own, nobodys, sent, others].map(uidOf)));
    expect(await uids({ persons: [li] })).toEqual(new Set([uidOf(sent)]));
    expect(await uids({ persons: ['none'] })).toEqual(new Set([own, nobodys].map(uidOf)));
    await app.sitDown(li);
    expect(await uids()).toEqual(new Set([own, nobodys, sent].map(uidOf)));
  });
});
