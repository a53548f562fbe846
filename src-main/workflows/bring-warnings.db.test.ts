import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBatch } from '../../db/journal.ts';
import { customers } from '../../db/schema/customers.ts';
import { tiers } from '../../db/schema/tiers.ts';
import { bringMoneyToDay } from '../../db/search/bring-money-to-day.ts';
import { at } from '../../db/testing/open-test-book.ts';
import { parseCalendarDate } from '../../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import type { Topic } from '../../src-shared/ipc/topics.ts';
import { openTestApp, type TestApp } from '../ipc/testing/open-test-app.ts';
import { bringWarnings } from './bring-warnings.ts';

let app: TestApp;
let now = at('2026-03-05T08:00:00.000Z');
let announced: (readonly Topic[])[];
const warned: string[] = [];
beforeEach(() => {
  app = openTestApp();
  now = at('2026-03-05T08:00:00.000Z');
  announced = [];
});
afterEach(() => app.close());

const bring = () =>
  bringWarnings({
    session: app.session,
    jobs: app.services.jobs,
    now: () => now,
    announce: (topics) => void announced.push(topics),
    log: { warn: (_where, what) => void warned.push(what) },
  });
const many = (count: number, tierId: Id | null) =>
  writeBatch(app.book, { source: 'edit', userId: app.ownerId, now: app.now }, (db) => {
    for (let index = 0; index < count; index += 1) db.insert(customers, { id: newId(), name: `客户${index}`, tierId });
  });
const day = (text: string) => {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
};
/** What the list says is owed, and how many debts the aging of today reads. */
const owed = (customerId: Id) => [
  app.book.sqlite.prepare('SELECT owed_fen FROM customer_list WHERE customer_id = ?').pluck().get(customerId),
  app.book.sqlite.prepare('SELECT count(*) FROM open_receivables').pluck().get(),
];
const stored = () => app.book.sqlite.prepare('SELECT count(*) FROM customer_warnings').pluck().get();

describe('bringWarnings', () => {
  it('warns from the day on, tells the windows once, and leaves the journal alone', async () => {
    const customerId = app.aCustomer();
    app.aFollowUp({ customerId, happenedAt: at('2026-03-01T04:00:00.000Z') });
    const journal = app.journalCount();
    const tick = bring().look;
    await tick();
    expect([stored(), announced]).toEqual([0, []]);
    // 30 days, one and a half times: silent from the 46th on.
    now = at('2026-04-15T08:00:00.000Z');
    await tick();
    expect(stored()).toBe(0);
    now = at('2026-04-16T08:00:00.000Z');
    await tick();
    await tick();
    expect([stored(), announced]).toEqual([1, [['warnings']]]);
    expect([app.journalCount(), warned]).toEqual([journal, []]);
  });

  it('writes thousands in a thread, and says that it is at it', async () => {
    many(2_001, null);
    now = at('2026-05-05T08:00:00.000Z');
    const looking = bring().look();
    expect(app.session.areWarningsStale).toBe(true);
    await looking;
    expect([stored(), announced]).toEqual([2_001, [['book'], ['warnings'], ['book']]]);
    expect(app.session.areWarningsStale).toBe(false);
  });

  it('says of a large book also when it cannot be read that nothing is under way any more', async () => {
    many(2_001, null);
    now = at('2026-05-05T08:00:00.000Z');
    const { look, stop } = bring();
    const looking = look();
    await stop();
    await looking;
    expect([app.session.areWarningsStale, announced.at(-1)]).toEqual([false, ['book']]);
  });

  it('looks again when a cadence changed in a book too large to do it at once', async () => {
    many(301, app.tierIds.D);
    now = at('2026-04-05T08:00:00.000Z');
    const tick = bring().look;
    await tick();
    expect(stored()).toBe(0);
    writeBatch(app.book, { source: 'edit', userId: app.ownerId, now }, (db) =>
      db.update(tiers, app.tierIds.D, { cadenceDays: 7 }),
    );
    expect(stored()).toBe(0);
    await tick();
    expect(stored()).toBe(301);
  });

  it('counts a debt of a day to come no more when the clock was ahead and is set right, while the app runs', async () => {
    const customerId = app.aCustomer();
    app.aReceivable({ customerId, issuedOn: day('2026-03-20'), amountFen: 30_000 });
    now = at('2026-03-25T08:00:00.000Z');
    const { look } = bring();
    bringMoneyToDay(app.book, now);
    await look();
    expect(owed(customerId)).toEqual([30_000, 1]);
    announced = [];
    now = at('2026-03-05T08:00:00.000Z');
    await look();
    expect(owed(customerId)).toEqual([null, 0]);
    expect(announced).toContainEqual(['customers', 'orders', 'receivables', 'payments', 'terms']);
    bringMoneyToDay(app.book, at('2026-03-20T08:00:00.000Z'));
    expect(owed(customerId)).toEqual([30_000, 1]);
  });

  it('counts it no more when the clock was set right while the app was closed, and writes nothing when it was right', async () => {
    const customerId = app.aCustomer();
    app.aReceivable({ customerId, issuedOn: day('2026-03-20'), amountFen: 30_000 });
    await bring().look();
    expect(announced).toEqual([]);
    bringMoneyToDay(app.book, at('2026-03-25T08:00:00.000Z'));
    await bring().look();
    expect(owed(customerId)).toEqual([null, 0]);
    expect(announced).toEqual([['customers', 'orders', 'receivables', 'payments', 'terms']]);
  });

  it('leaves a session without a book alone', async () => {
    await app.session.close();
    await bring().look();
    expect(announced).toEqual([]);
  });

  it('ends at once when the app closes, and looks no more', async () => {
    many(30, null);
    now = at('2026-05-05T08:00:00.000Z');
    const warnings = bring();
    const looking = warnings.look();
    await warnings.stop();
    await looking;
    const left = stored();
    await warnings.look();
    expect(stored()).toBe(left);
    expect(left).toBeLessThan(30);
  });
});
