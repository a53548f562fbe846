import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../src-shared/core/calendar-date.ts';
import type { Id } from '../src-shared/core/id.ts';
import { contentHash } from './content-hash.ts';
import { type WriteDb, writeBatch } from './journal.ts';
import { contacts, customers, customerTags } from './schema/customers.ts';
import { visitPlans, visitSeries } from './schema/follow-ups.ts';
import { tierHistory } from './schema/tiers.ts';
import { at, dayOf, openTestBook, type TestBook } from './testing/open-test-book.ts';
import { undoBatch } from './undo.ts';

const later = at('2026-03-06T09:00:00.000Z');
const day = dayOf('2026-04-01');

const kinds = [
  'create',
  'bin',
  'restore',
  'plan',
  'repeat',
  'shift',
  'close',
  'tag',
  'untag',
  'tier',
  'contact',
] as const;

/** One write of a batch; numbers choose among the rows that are there. */
type Write =
  | {
      readonly kind: (typeof kinds)[number];
      readonly n: number;
    }
  | { readonly kind: 'edit' | 'move'; readonly n: number; readonly value: string };

const writes = fc.oneof(
  fc.record({
    kind: fc.constantFrom(...kinds),
    n: fc.nat(1_000),
  }),
  fc.record({ kind: fc.constantFrom('edit', 'move'), n: fc.nat(1_000), value: fc.constantFrom('一', '二', '三') }),
);
const batches = fc.array(fc.array(writes, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });

function apply(db: WriteDb, test: TestBook, tagIds: readonly Id[], write: Write, newId: () => Id): void {
  const pick = (table: string): Id | undefined => {
    const ids = db.sqlite.prepare<[], Id>(`SELECT id FROM ${table} ORDER BY id`).pluck().all();
    return ids[write.n % Math.max(ids.length, 1)];
  };
  const customerId = pick('customers');
  if (write.kind === 'create' || customerId === undefined) {
    db.insert(customers, { id: newId(), name: `客户${write.n}` });
    return;
  }
  switch (write.kind) {
    case 'edit':
      db.update(customers, customerId, { name: write.value, city: write.n % 2 ? write.value : null });
      return;
    case 'bin':
      if (!hasOpenPlan(db, customerId)) db.update(customers, customerId, { deletedAt: later });
      return;
    case 'restore':
      db.update(customers, customerId, { deletedAt: null });
      return;
    case 'contact': {
      const id = newId();
      db.insert(contacts, { id, customerId, name: '张三' });
      if (write.n % 2) db.update(customers, customerId, { primaryContactId: id });
      return;
    }
    case 'move': {
      const contact = pick('contacts');
      if (contact) db.update(contacts, contact, { customerId, name: write.value });
      return;
    }
    case 'plan':
      if (isLive(db, customerId)) db.insert(visitPlans, { id: newId(), customerId, plannedOn: day });
      return;
    case 'repeat': {
      if (!isLive(db, customerId)) return;
      const seriesId = newId();
      const order = { every: 7, unit: 'day', startsOn: day, untilOn: addDays(day, 14), onDayOff: 'keep' } as const;
      db.insert(visitSeries, { ...order, id: seriesId, customerId });
      for (const days of [0, 7, 14]) {
        db.insert(visitPlans, { id: newId(), customerId, seriesId, plannedOn: addDays(day, days), lengthMinutes: 30 });
      }
      return;
    }
    case 'shift': {
      const plan = pick('visit_plans');
      if (plan) db.update(visitPlans, plan, { plannedOn: addDays(day, write.n % 30), personId: test.ownerId });
      return;
    }
    case 'close': {
      const plan = pick('visit_plans');
      if (plan) db.update(visitPlans, plan, { status: write.n % 2 ? 'done' : 'cancelled' });
      return;
    }
    case 'tag': {
      const tagId = tagIds[write.n % tagIds.length] ?? '';
      const has = db.sqlite
        .prepare('SELECT 1 FROM customer_tags WHERE customer_id = ? AND tag_id = ?')
        .get(customerId, tagId);
      if (!has) db.insert(customerTags, { id: newId(), customerId, tagId });
      return;
    }
    case 'untag': {
      const link = pick('customer_tags');
      if (link) db.remove(customerTags, link);
      return;
    }
    case 'tier': {
      const tierId = Object.values(test.tierIds)[write.n % 4] ?? null;
      if (!db.update(customers, customerId, { tierId })) return;
      db.insert(tierHistory, { id: newId(), customerId, tierId, effectiveOn: day, method: 'hand' });
      return;
    }
  }
}

/** Domain §12: no customer with open plans goes to the bin, and none in the bin gets one. */
function hasOpenPlan(db: WriteDb, customerId: Id): boolean {
  const sql = "SELECT 1 FROM visit_plans WHERE customer_id = ? AND status = 'planned' AND deleted_at IS NULL";
  return db.sqlite.prepare(sql).get(customerId) !== undefined;
}

function isLive(db: WriteDb, customerId: Id): boolean {
  return db.sqlite.prepare('SELECT deleted_at FROM customers WHERE id = ?').pluck().get(customerId) === null;
}

/** Writes the batches into a fresh book; gives the content hash before each and those batches that changed something. */
function play(test: TestBook, plan: readonly (readonly Write[])[]): { hashBefore: string[]; batchIds: Id[] } {
  const tagIds = [test.aTag({ name: '甲' }), test.aTag({ name: '乙' })];
  let made = 0;
  const newId = () => {
    made += 1;
    return `row-${String(made).padStart(4, '0')}`;
  };
  const hashBefore: string[] = [];
  const batchIds: Id[] = [];
  for (const batch of plan) {
    const hash = contentHash(test.book);
    const { batchId, changed } = writeBatch(test.book, { source: 'edit', userId: test.ownerId, now: later }, (db) => {
      for (const write of batch) apply(db, test, tagIds, write, newId);
    });
    if (changed === 0) continue;
    hashBefore.push(hash);
    batchIds.push(batchId);
  }
  return { hashBefore, batchIds };
}

function undo(test: TestBook, batchId: Id) {
  const outcome = undoBatch(test.book, { batchId, userId: test.ownerId, now: later });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

describe('undoBatch', () => {
  it('taking everything back, last first, gives the book as it was before each batch; redo gives it again', () => {
    fc.assert(
      fc.property(batches, (plan) => {
        const test = openTestBook();
        try {
          const { hashBefore, batchIds } = play(test, plan);
          const hashes = [...hashBefore, contentHash(test.book)];
          const undos: Id[] = [];
          for (let index = batchIds.length - 1; index >= 0; index -= 1) {
            const { conflicts, batchId } = undo(test, batchIds[index] ?? '');
            expect(conflicts).toEqual([]);
            expect(contentHash(test.book)).toBe(hashes[index]);
            undos.push(batchId ?? '');
          }
          for (const [redone, batchId] of undos.reverse().entries()) {
            if (batchId === '') continue;
            expect(undo(test, batchId).conflicts).toEqual([]);
            expect(contentHash(test.book)).toBe(hashes[redone + 1]);
          }
        } finally {
          test.book.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});
