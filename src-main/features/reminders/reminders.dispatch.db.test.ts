import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeBatch } from '../../../db/journal.ts';
import { anniversaries } from '../../../db/schema/anniversaries.ts';
import { visitPlans } from '../../../db/schema/follow-ups.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { type Instant, instantAt } from '../../../src-shared/core/instant.ts';
import {
  defaultReminderPreferences,
  type ReminderPreferences,
} from '../../../src-shared/reminders/reminder-preferences.ts';
import { day } from '../../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';
import { remindedDesk } from '../../workflows/reminded-desk.ts';
import { ReminderService } from './reminder-service.ts';

/** A Thursday; the book is in Shanghai. */
const shanghai = (text: string): Instant => instantAt(day(text.slice(0, 10)), text.slice(11), 'Asia/Shanghai');

let app: TestApp;
beforeEach(() => {
  app = openTestApp({ now: shanghai('2026-03-05T08:00') });
});
afterEach(() => app.close());

async function look(text: string): Promise<readonly string[]> {
  const before = app.effects.notices.length;
  app.clockTo(shanghai(text));
  await app.services.reminders.tick();
  return app.effects.notices.slice(before).map(({ title }) => title);
}

const list = () => app.done('reminders', 'list', {});
const keys = async () => (await list()).open.map(({ reminder }) => reminder.key);
const prefer = (change: Partial<ReminderPreferences>) =>
  app.done('workspace', 'savePreferences', { reminders: { ...defaultReminderPreferences, ...change } });

/** No morning summary in between. */
const visitsOnly = { morning: { ...defaultReminderPreferences.morning, isOn: false } };

function visitAt(time: string, more: { personId?: Id | null; plannedOn?: string; customerId?: Id } = {}): Id {
  return app.aVisitPlan({
    customerId: more.customerId ?? app.aCustomer({ shortName: '华成机电', ownerId: app.ownerId }),
    personId: more.personId === undefined ? app.ownerId : more.personId,
    plannedOn: day(more.plannedOn ?? '2026-03-05'),
    plannedTime: time,
    purpose: '送样',
  });
}

describe('a tick', () => {
  it('shows a visit that is near as a notification, once, and lists it until it is settled', async () => {
    await prefer(visitsOnly);
    const planId = visitAt('14:00');
    expect(await look('2026-03-05T13:44')).toEqual([]);
    expect(await look('2026-03-05T13:45')).toEqual(['14:00 拜访 华成机电']);
    expect(app.effects.notices[0]?.body).toBe('送样');
    expect(await look('2026-03-05T13:46')).toEqual([]);
    expect((await list()).open).toMatchObject([{ reminder: { planId, time: '14:00' }, isMissed: false }]);
    await app.done('reminders', 'dismiss', { keys: [...(await keys())] });
    expect((await list()).open).toEqual([]);
    expect(await look('2026-03-05T13:50')).toEqual([]);
  });

  it('reads the book anew only after something was written, on another day, or of other people', async () => {
    const { workspace, notifier, log } = app.services;
    const now = () => app.now;
    const desk = remindedDesk(app.session, workspace, now);
    const occasions = vi.fn(() => []);
    const deskThatCounts = () => {
      const found = desk();
      return found && { ...found, occasions };
    };
    const service = new ReminderService({
      desk: deskThatCounts,
      keeper: workspace,
      notifier,
      now,
      announce: () => {},
      log,
    });
    await service.tick();
    service.list();
    service.glance();
    expect(occasions).toHaveBeenCalledTimes(1);
    app.aCustomer();
    service.list();
    expect(occasions).toHaveBeenCalledTimes(2);
    app.clockTo(shanghai('2026-03-06T08:00'));
    service.list();
    expect(occasions).toHaveBeenCalledTimes(3);
    await prefer({ whose: 'all' });
    service.list();
    expect(occasions).toHaveBeenCalledTimes(4);
  });

  it('has written that it was shown before it is shown', async () => {
    await prefer(visitsOnly);
    visitAt('14:00');
    const { bookId } = app.session.book();
    const { notifier } = app.services;
    let kept: number | null = null;
    const show = notifier.show;
    Object.assign(notifier, {
      show: (...shown: Parameters<typeof show>) => {
        kept = Object.keys(app.services.workspace.reminderMemory(bookId, app.ownerId)).length;
        return show(...shown);
      },
    });
    await look('2026-03-05T13:45');
    expect(kept).toBe(1);
  });

  it('shows nothing twice when two ticks meet: the minute and the waking of the PC', async () => {
    await prefer(visitsOnly);
    visitAt('14:00');
    app.clockTo(shanghai('2026-03-05T13:45'));
    await Promise.all([app.services.reminders.tick(), app.services.reminders.tick()]);
    expect(app.effects.notices).toHaveLength(1);
  });

  it('says what came during 9 hours of sleep in one notification, and marks it as missed until it is seen', async () => {
    await prefer(visitsOnly);
    for (const time of ['09:00', '10:30', '12:00', '14:00', '16:30']) visitAt(time);
    expect(await look('2026-03-05T17:00')).toEqual(['你不在的时候：5 个提醒']);
    expect(app.effects.notices[0]?.body.split('\n')).toEqual([
      '03-05 09:00 拜访 华成机电',
      '03-05 10:30 拜访 华成机电',
      '03-05 12:00 拜访 华成机电',
      '还有 2 个',
    ]);
    expect((await list()).open.map(({ isMissed }) => isMissed)).toEqual([true, true, true, true, true]);
    await app.done('reminders', 'seeMissed', {});
    expect((await list()).open.map(({ isMissed }) => isMissed)).toEqual([false, false, false, false, false]);
    expect(await look('2026-03-05T17:01')).toEqual([]);
  });

  it.each([
    ['done', { status: 'done' }],
    ['cancelled', { status: 'cancelled' }],
    ['moved', { plannedTime: '18:00' }],
  ] as const)('does not remind of a visit that is %s meanwhile, and takes it off the list', async (_what, change) => {
    await prefer(visitsOnly);
    const [shown, waiting] = [visitAt('14:00'), visitAt('15:00')];
    await look('2026-03-05T13:45');
    for (const id of [shown, waiting]) {
      const deed = { source: 'edit', userId: app.ownerId, now: app.now } as const;
      writeBatch(app.book, deed, (db) => db.update(visitPlans, id, change));
    }
    expect((await list()).open).toEqual([]);
    expect(await look('2026-03-05T14:45')).toEqual([]);
  });

  it('sums up the morning with what is late, and leads to today', async () => {
    visitAt('14:00');
    app.aVisitPlan({ personId: app.ownerId, plannedOn: day('2026-03-05') });
    app.aVisitPlan({ personId: app.ownerId, plannedOn: day('2026-03-02') });
    expect(await look('2026-03-05T08:29')).toEqual([]);
    expect(await look('2026-03-05T08:30')).toEqual(['今天 2 家要拜访']);
    expect(app.effects.notices[0]?.body).toBe('1 家逾期');
    app.effects.notices[0]?.click();
    expect((await list()).toOpen).toMatchObject({ target: { kind: 'today' } });
  });

  it('rolls over at midnight in a running app: the next morning counts the next day', async () => {
    app.aVisitPlan({ personId: app.ownerId, plannedOn: day('2026-03-05') });
    await look('2026-03-05T08:30');
    app.aVisitPlan({ personId: app.ownerId, plannedOn: day('2026-03-06') });
    expect(await look('2026-03-05T23:59')).toEqual([]);
    expect(await look('2026-03-06T00:01')).toEqual([]);
    expect(await look('2026-03-06T08:30')).toEqual(['今天 1 家要拜访']);
  });

  it('speaks English when the window does', async () => {
    await app.done('workspace', 'savePreferences', { language: 'en' });
    await prefer(visitsOnly);
    visitAt('14:00');
    expect(await look('2026-03-05T13:45')).toEqual(['14:00 Visit 华成机电']);
  });

  it('still reminds when the disk takes nothing, and says so in the log', async () => {
    await prefer(visitsOnly);
    visitAt('14:00');
    const refuse = () => Promise.reject(new Error('ENOSPC'));
    Object.assign(app.services.workspace, { saveReminderMemory: refuse });
    expect(await look('2026-03-05T13:45')).toEqual(['14:00 拜访 华成机电']);
    expect(app.logged).toMatchObject([{ where: 'keeping what was reminded of' }]);
  });
});

describe('whose visits', () => {
  it('are one’s own and those of nobody, or everybody’s when so wished', async () => {
    await prefer(visitsOnly);
    const other = app.aUser();
    visitAt('14:00');
    visitAt('14:01', { personId: null });
    visitAt('14:02', { personId: other });
    await look('2026-03-05T13:50');
    expect(await keys()).toHaveLength(2);
    await prefer({ ...visitsOnly, whose: 'all' });
    await look('2026-03-05T13:51');
    expect(await keys()).toHaveLength(3);
  });

  it('are remembered apart for each user of this PC', async () => {
    await prefer(visitsOnly);
    const other = app.aUser();
    visitAt('14:00', { personId: null });
    expect(await look('2026-03-05T13:45')).toHaveLength(1);
    await app.sitDown(other);
    expect(await look('2026-03-05T13:46')).toHaveLength(1);
    await app.sitDown(app.ownerId);
    expect(await look('2026-03-05T13:47')).toHaveLength(0);
  });

  it('of a customer in the bin remind nobody', async () => {
    await prefer(visitsOnly);
    const customerId = app.aCustomer({ ownerId: app.ownerId });
    visitAt('14:00', { customerId });
    app.inBin('customers', customerId);
    expect(await look('2026-03-05T13:45')).toEqual([]);
  });
});

describe('a day to remember', () => {
  const birthday = (ownerId: Id | null, row: object = {}) => {
    const customerId = app.aCustomer({ ownerId });
    const contactId = app.aContact({ customerId, name: '张三' });
    const deed = { source: 'edit', userId: app.ownerId, now: app.now } as const;
    writeBatch(app.book, deed, (db) =>
      db.insert(anniversaries, {
        id: newId(),
        customerId,
        contactId,
        kind: 'birthday',
        calendar: 'solar',
        month: 3,
        day: 8,
        ...row,
      }),
    );
  };

  it('is announced 3 days ahead in the morning, of one’s own customers and those of nobody', async () => {
    await prefer(visitsOnly);
    birthday(app.ownerId);
    birthday(app.aUser());
    expect(await look('2026-03-05T08:30')).toEqual(['张三 的生日']);
    expect(await look('2026-03-06T08:30')).toEqual([]);
    app.effects.notices[0]?.click();
    expect((await list()).toOpen).toMatchObject({ target: { kind: 'customer' } });
  });

  it('follows the lunar calendar when it is a lunar day', async () => {
    await prefer(visitsOnly);
    // 正月二十 of 2026 is 8 March.
    birthday(app.ownerId, { calendar: 'lunar', month: 1, day: 20 });
    expect(await look('2026-03-05T08:30')).toEqual(['张三 的生日']);
  });

  it('comes with the morning summary as one notification', async () => {
    birthday(app.ownerId);
    app.aVisitPlan({ personId: app.ownerId, plannedOn: day('2026-03-05') });
    expect(await look('2026-03-05T08:30')).toEqual(['2 个提醒']);
    expect(app.effects.notices[0]?.body).toContain('今天 1 家要拜访 · 3 天内 1 个生日、纪念日');
    expect(app.effects.notices[0]?.body).toContain('03-08 张三 的生日');
  });
});

describe('the morning summary', () => {
  it('leaves a holiday of the book alone: 清明 2026 is a Sunday with Monday off', async () => {
    app.aVisitPlan({ personId: app.ownerId, plannedOn: day('2026-04-06') });
    expect(await look('2026-04-06T09:00')).toEqual([]);
    expect(await look('2026-04-07T09:00')).toHaveLength(1);
  });
});

describe('reminders.snooze', () => {
  it('brings it again then, and lists it as put off until then', async () => {
    await prefer(visitsOnly);
    visitAt('14:00');
    await look('2026-03-05T13:45');
    await app.done('reminders', 'snooze', { keys: [...(await keys())], until: 'ten_minutes' });
    expect(await list()).toMatchObject({ open: [], snoozed: [{ reminder: { time: '14:00' } }] });
    expect(await look('2026-03-05T13:54')).toEqual([]);
    expect(await look('2026-03-05T13:56')).toEqual(['14:00 拜访 华成机电']);
    expect(await look('2026-03-05T14:30')).toEqual([]);
    expect(app.announced).toContainEqual(['reminders']);
  });

  it('leaves alone what was never shown', async () => {
    await prefer(visitsOnly);
    visitAt('14:00');
    await app.done('reminders', 'snooze', { keys: ['visit:x', '__proto__'], until: 'hour' });
    expect(await look('2026-03-05T13:45')).toHaveLength(1);
  });

  it('refuses a wish that does not exist, and no keys at all', async () => {
    const send = (input: object) => app.send({ procedure: 'reminders.snooze', input });
    expect(await send({ keys: ['a'], until: 'next_year' })).toMatchObject({ ok: false, error: { kind: 'validation' } });
    expect(await send({ keys: [], until: 'hour' })).toMatchObject({ ok: false, error: { kind: 'validation' } });
  });
});

describe('reminders.pause', () => {
  it('holds everything back for an hour, and ending it brings it at the next tick', async () => {
    await prefer(visitsOnly);
    visitAt('14:00');
    app.clockTo(shanghai('2026-03-05T13:40'));
    await app.done('reminders', 'pause', { minutes: 60 });
    expect((await list()).pausedUntil).not.toBeNull();
    expect(app.services.reminders.glance().pausedUntil).toBe('14:40');
    expect(await look('2026-03-05T13:50')).toEqual([]);
    await app.done('reminders', 'pause', { minutes: 0 });
    expect((await list()).pausedUntil).toBeNull();
    expect(await look('2026-03-05T13:51')).toEqual(['14:00 拜访 华成机电']);
  });

  it.each([-1, 481, 1.5])('refuses %d minutes', async (minutes) => {
    expect(await app.refused('reminders', 'pause', { minutes })).toMatchObject({ kind: 'validation' });
  });
});

describe('a click on a notification', () => {
  it('leads to the customer, until the window has followed', async () => {
    await prefer(visitsOnly);
    const customerId = app.aCustomer({ ownerId: app.ownerId });
    visitAt('14:00', { customerId });
    await look('2026-03-05T13:45');
    app.effects.notices[0]?.click();
    const { toOpen } = await list();
    expect(toOpen).toMatchObject({ target: { kind: 'customer', customerId } });
    await app.done('reminders', 'followed', { id: (toOpen?.id ?? 0) + 1 });
    expect((await list()).toOpen).not.toBeNull();
    await app.done('reminders', 'followed', { id: toOpen?.id ?? 0 });
    expect((await list()).toOpen).toBeNull();
  });

  it('on several at once leads to the list', async () => {
    await prefer(visitsOnly);
    visitAt('14:00');
    visitAt('14:00');
    await look('2026-03-05T13:45');
    app.effects.notices[0]?.click();
    expect((await list()).toOpen).toMatchObject({ target: { kind: 'list' } });
  });
});

describe('reminders.tryOne', () => {
  it('shows a notification at once, also at night', async () => {
    app.clockTo(shanghai('2026-03-05T23:00'));
    expect(await app.done('reminders', 'tryOne', {})).toEqual({ isShown: true });
    expect(app.effects.notices).toHaveLength(1);
  });

  it('says when this desktop shows none', async () => {
    Object.assign(app.services.notifier, { show: () => false });
    expect(await app.done('reminders', 'tryOne', {})).toEqual({ isShown: false });
  });
});

describe('workspace.savePreferences', () => {
  it.each([
    [{ leadMinutes: 121 }],
    [{ leadMinutes: -1 }],
    [{ quiet: { isOn: true, from: '24:00', to: '08:00' } }],
    [{ whose: 'nobody' }],
  ])('refuses reminders of %j', async (change) => {
    const input = { reminders: { ...defaultReminderPreferences, ...change } };
    expect(await app.send({ procedure: 'workspace.savePreferences', input })).toMatchObject({
      ok: false,
      error: { kind: 'validation' },
    });
  });

  it('keeps what is not given', async () => {
    await prefer({ leadMinutes: 30 });
    await app.done('workspace', 'savePreferences', { closing: 'tray' });
    const { preferences } = await app.done('workspace', 'get', {});
    expect(preferences).toMatchObject({ closing: 'tray', language: 'zh-CN', reminders: { leadMinutes: 30 } });
    expect((await list()).staysInTray).toBe(true);
  });
});

describe('without an open book', () => {
  it('a tick does nothing, and the tray has nothing to count', async () => {
    await app.session.close();
    await app.services.reminders.tick();
    expect(app.effects.notices).toEqual([]);
    expect(app.services.reminders.glance()).toMatchObject({ visitsToday: 0 });
    await expect(app.services.reminders.dismiss([newId()])).resolves.toBeUndefined();
  });
});
