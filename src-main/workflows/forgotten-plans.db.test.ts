import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Instant, instantFromMs, instantToMs } from '../../src-shared/core/instant.ts';
import { day } from '../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../ipc/testing/open-test-app.ts';
import { forgottenPlans } from './forgotten-plans.ts';

let app: TestApp;
let now: Instant;
let announced: (readonly string[])[];
let warned: string[];
beforeEach(() => {
  app = openTestApp();
  // 16:00 on 5 March in the book's zone.
  now = app.now;
  announced = [];
  warned = [];
});
afterEach(() => app.close());

const dayMs = 86_400_000;
const pass = (days: number) => {
  now = instantFromMs(instantToMs(now) + days * dayMs);
};
const start = () =>
  forgottenPlans({
    session: app.session,
    jobs: app.services.jobs,
    now: () => now,
    announce: (topics) => void announced.push(topics),
    log: { warn: (_, what) => void warned.push(what) },
  });
const statusOf = (id: string) => app.book.sqlite.prepare('SELECT status FROM visit_plans WHERE id = ?').pluck().get(id);
const batches = () =>
  app.book.sqlite.prepare("SELECT id, user_id FROM journal_batches WHERE source = 'system' AND seq > 1").all();

describe('forgottenPlans', () => {
  it('calls missed what nobody kept for more than thirty days, in one action of the app', async () => {
    const old = [day('2025-01-01'), day('2026-02-02')].map((plannedOn) => app.aVisitPlan({ plannedOn }));
    const kept = [day('2026-02-03'), day('2026-03-06')].map((plannedOn) => app.aVisitPlan({ plannedOn }));
    const closed = app.aVisitPlan({ plannedOn: day('2025-01-01'), status: 'cancelled' });
    await start()();
    expect(old.map(statusOf)).toEqual(['missed', 'missed']);
    expect(kept.map(statusOf)).toEqual(['planned', 'planned']);
    expect(statusOf(closed)).toBe('cancelled');
    expect(batches()).toEqual([{ id: expect.any(String), user_id: null }]);
    expect(announced).toEqual([['customers', 'visit_plans', 'history', 'reminders']]);
    const { batches: recent } = await app.done('history', 'recent', {});
    expect(recent[0]).toMatchObject({ source: 'system', userId: null, customerCount: 2 });
  });

  it('looks once a day of the book, and leaves no trace when there is nothing', async () => {
    const look = start();
    await look();
    const before = app.journalCount();
    const id = app.aVisitPlan({ plannedOn: day('2026-01-01') });
    await look();
    expect(statusOf(id)).toBe('planned');
    // 23:59, then 00:00 in Shanghai.
    now = instantFromMs(instantToMs(app.now) + 8 * 3_600_000 - 60_000);
    await look();
    expect(statusOf(id)).toBe('planned');
    now = instantFromMs(instantToMs(app.now) + 8 * 3_600_000);
    await look();
    expect(statusOf(id)).toBe('missed');
    expect(app.journalCount() - before).toBe(3);
  });

  it('can be undone, and what was undone stays open until it is moved', async () => {
    const id = app.aVisitPlan({ plannedOn: day('2026-01-01') });
    await start()();
    const [batch] = (await app.done('history', 'recent', {})).batches;
    expect((await app.done('history', 'undo', { batchId: batch?.batchId ?? '' })).conflicts).toEqual([]);
    expect(statusOf(id)).toBe('planned');
    pass(1);
    await start()();
    expect(statusOf(id)).toBe('planned');
    await app.done('visits', 'update', { id, fields: { plannedOn: day('2026-03-10') } });
    pass(60);
    await start()();
    expect(statusOf(id)).toBe('missed');
  });

  it('does many in a thread of their own, still as one action', async () => {
    app.close();
    app = openTestApp({ inFile: true });
    const customerId = app.aCustomer();
    const ids = Array.from({ length: 40 }, () => app.aVisitPlan({ customerId, plannedOn: day('2026-01-01') }));
    await start()();
    expect(new Set(ids.map(statusOf))).toEqual(new Set(['missed']));
    expect(batches()).toHaveLength(1);
    expect(warned).toEqual([]);
  });

  it('waits its turn behind a write', async () => {
    const id = app.aVisitPlan({ plannedOn: day('2026-01-01') });
    const gate = Promise.withResolvers<void>();
    const busy = app.session.exclusively(() => gate.promise);
    const looking = start()();
    await Promise.resolve();
    expect(statusOf(id)).toBe('planned');
    gate.resolve();
    await Promise.all([busy, looking]);
    expect(statusOf(id)).toBe('missed');
  });
});
