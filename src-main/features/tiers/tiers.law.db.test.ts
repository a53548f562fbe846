import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBatch } from '../../../db/journal.ts';
import { tiersOn } from '../../../db/queries/sales/tiers-on.ts';
import { customers } from '../../../db/schema/customers.ts';
import { salesOrderLines, salesOrders } from '../../../db/schema/orders.ts';
import { tierHistory } from '../../../db/schema/tiers.ts';
import { dayOf } from '../../../db/testing/open-test-book.ts';
import { addDays, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { type TierAssignment, tierMoves, tierOn } from '../../../src-shared/measures/tier-moves.ts';
import { defaultMethods } from '../../../src-shared/tiers/methods/default-methods.ts';
import type { TierMethodInput } from '../../../src-shared/tiers/segmentation-contract.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

const today = dayOf('2026-03-05');
const daysAgo = fc.integer({ min: 0, max: 900 });

const aLife = fc.record({
  orders: fc.array(fc.record({ ago: daysAgo, fen: fc.integer({ min: 0, max: 15_000_000 }) }), { maxLength: 6 }),
  /** Places in the list of tiers; null: back to 未分级. */
  tiers: fc.array(fc.record({ ago: daysAgo, tier: fc.option(fc.integer({ min: 0, max: 3 })) }), { maxLength: 4 }),
  isPinned: fc.boolean(),
});
type Life = typeof aLife extends fc.Arbitrary<infer L> ? L : never;

const aMethod = fc.constantFrom(...Object.values(defaultMethods)).map(
  (method) => ({ ...method, cuts: [...method.cuts] }) as TierMethodInput, // Safe: the default of its kind, with a list of its own.
);

/** Writes the lives in one batch; gives the ids. The tier of now is the one that the history says. */
function writeLives(app: TestApp, lives: readonly Life[]): readonly Id[] {
  const tierIds = Object.values(app.tierIds);
  return writeBatch(app.book, { source: 'edit', userId: app.ownerId, now: app.now }, (db) =>
    lives.map(({ orders, tiers, isPinned }, index) => {
      const customerId = newId();
      const assigned = tiers.map(({ ago, tier }) => ({
        effectiveOn: addDays(today, -ago),
        tierId: tier === null ? null : (tierIds[tier] ?? null),
      }));
      const tierPinnedReason = isPinned ? '老朋友' : null;
      db.insert(customers, { id: customerId, name: `客户${index}`, tierId: tierOn(assigned, today), tierPinnedReason });
      for (const row of assigned) db.insert(tierHistory, { ...row, id: newId(), customerId, method: 'hand' });
      for (const { ago, fen } of orders) {
        const id = newId();
        const issuedOn = addDays(today, -ago);
        db.insert(salesOrders, { id, customerId, orderNo: id, issuedOn, creditKind: 'days', creditDays: 0 });
        const line = {
          position: 0,
          title: '货',
          unitPriceE4: fen * 100,
          quantityE3: 1_000,
          discountBp: 0,
          amountFen: fen,
        };
        db.insert(salesOrderLines, { ...line, id: newId(), orderId: id, customerId });
      }
      return customerId;
    }),
  ).value;
}

/** In the order it was written. */
function historyOf(app: TestApp, id: Id): readonly TierAssignment[] {
  return app.book.sqlite
    .prepare<[Id], TierAssignment>(
      'SELECT tier_id AS tierId, effective_on AS effectiveOn FROM tier_history WHERE customer_id = ? ORDER BY id',
    )
    .all(id);
}

function replayed(app: TestApp, ids: readonly Id[], on: CalendarDate): ReadonlyMap<Id, Id | null> {
  return new Map(ids.map((id) => [id, tierOn(historyOf(app, id), on)]));
}

async function inApp(work: (app: TestApp) => Promise<void>): Promise<void> {
  const app = openTestApp();
  try {
    await work(app);
  } finally {
    app.close();
  }
}

const lives = fc.array(aLife, { minLength: 1, maxLength: 12 });
const runs = { numRuns: Number(process.env.KEBEN_LAW_RUNS ?? 25) };

describe('segmentation.apply', () => {
  it('taken back leaves the book as it was, to the hash, and done again gives the same tiers', () =>
    fc.assert(
      fc.asyncProperty(lives, aMethod, async (book, method) =>
        inApp(async (app) => {
          writeLives(app, [{ orders: [{ ago: 1, fen: 100 }], tiers: [], isPinned: false }, ...book]);
          const before = app.hash();
          const { batchId } = await app.done('segmentation', 'apply', { method });
          const applied = app.hash();
          if (batchId === null) throw new Error('nothing was written');
          const undone = await app.done('history', 'undo', { batchId });
          expect(app.hash()).toBe(before);
          if (undone.batchId === null) throw new Error('nothing was taken back');
          await app.done('history', 'undo', { batchId: undone.batchId });
          expect(app.hash()).toBe(applied);
        }),
      ),
      runs,
    ));

  it('writes history that says, replayed to any day, the tier of that day; today’s is the customer’s', () =>
    fc.assert(
      fc.asyncProperty(lives, aMethod, fc.array(daysAgo, { maxLength: 4 }), async (book, method, days) =>
        inApp(async (app) => {
          const ids = writeLives(app, [{ orders: [{ ago: 1, fen: 100 }], tiers: [], isPinned: false }, ...book]);
          await app.done('segmentation', 'apply', { method });
          for (const ago of [0, 1, ...days]) {
            const on = addDays(today, -ago);
            const known = tiersOn(app.book, on);
            for (const [id, tierId] of replayed(app, ids, on)) expect(known.get(id) ?? null).toBe(tierId);
          }
          const now = tiersOn(app.book, today);
          for (const id of ids) {
            const stored = app.book.sqlite.prepare('SELECT tier_id FROM customers WHERE id = ?').pluck().get(id);
            expect(now.get(id) ?? null).toBe(stored);
          }
        }),
      ),
      runs,
    ));
});

describe('measures.ladder', () => {
  it('has as many moves in as out, and each step is what it was, plus in, less out', () =>
    fc.assert(
      fc.asyncProperty(lives, daysAgo, async (book, ago) =>
        inApp(async (app) => {
          const ids = writeLives(app, book);
          const [from, to] = [addDays(today, -ago), today];
          const ladder = await app.done('measures', 'ladder', { from, to });
          const before = replayed(app, ids, addDays(from, -1));
          const after = replayed(app, ids, to);
          const tierIds = Object.values(app.tierIds);
          const expected = tierMoves(before, after, (id) => tierIds.indexOf(id));
          expect([ladder.upgraded, ladder.downgraded, ladder.present]).toEqual([
            expected.upgraded.length,
            expected.downgraded.length,
            expected.present,
          ]);
          const sum = (rows: readonly { readonly customers: number }[]) =>
            rows.reduce((total, { customers: count }) => total + count, 0);
          expect(sum(ladder.moves)).toBe(ladder.upgraded + ladder.downgraded);
          const both = ids.filter((id) => before.get(id) && after.get(id));
          for (const tierId of tierIds) {
            const [was, is] = [before, after].map((tiers) => both.filter((id) => tiers.get(id) === tierId).length);
            const into = sum(ladder.moves.filter(({ toTierId }) => toTierId === tierId));
            const out = sum(ladder.moves.filter(({ fromTierId }) => fromTierId === tierId));
            expect(is).toBe((was ?? 0) + into - out);
          }
        }),
      ),
      runs,
    ));
});
