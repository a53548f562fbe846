import { describe, expect, it } from 'vitest';
import type { Id } from '../src-shared/core/id.ts';
import { contentHash } from './content-hash.ts';
import { type WriteDb, writeBatch } from './journal.ts';
import { bookSettings, users } from './schema/book.ts';
import { contacts, customers, customerTags, tags } from './schema/customers.ts';
import { followUps, visitPlans } from './schema/follow-ups.ts';
import { tierHistory, tiers } from './schema/tiers.ts';
import { at, dayOf, openTestBook, type TestBook } from './testing/open-test-book.ts';
import {
  isUndone,
  lastRedoableBatch,
  lastUndoableBatch,
  previewUndo,
  rowKey,
  type UndoOutcome,
  type UndoRequest,
  undoBatch,
} from './undo.ts';

const later = at('2026-03-06T09:00:00.000Z');

function write(test: TestBook, work: (db: WriteDb) => unknown, userId: Id = test.ownerId): Id {
  return writeBatch(test.book, { source: 'edit', userId, now: later }, work).batchId;
}

function writeEach(test: TestBook, ids: readonly Id[], work: (db: WriteDb, id: Id) => unknown, userId?: Id): Id {
  return write(
    test,
    (db) => {
      for (const id of ids) work(db, id);
    },
    userId,
  );
}

function undo(test: TestBook, batchId: Id, extra: Partial<UndoRequest> = {}): UndoOutcome {
  const outcome = undoBatch(test.book, { batchId, userId: test.ownerId, now: later, ...extra });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

function redo(test: TestBook, undone: UndoOutcome): UndoOutcome {
  if (!undone.batchId) throw new Error('the undo left no batch');
  return undo(test, undone.batchId);
}

function stored(test: TestBook, table: string, id: Id, column: string): unknown {
  return test.book.sqlite.prepare(`SELECT ${column} FROM ${table} WHERE id = ?`).pluck().get(id);
}

/** One change of each kind: what must be there before, and the change. */
const kinds: readonly { readonly kind: string; readonly change: (test: TestBook) => (db: WriteDb) => unknown }[] = [
  { kind: 'a created customer', change: () => (db) => db.insert(customers, { id: 'c1', name: '华成' }) },
  {
    kind: 'a customer created with contact, tag, tier and plan',
    change: ({ aTag, tierIds, ownerId }) => {
      const tagId = aTag();
      return (db) => {
        db.insert(customers, { id: 'c1', name: '华成', tierId: tierIds.A, ownerId });
        db.insert(contacts, { id: 'k1', customerId: 'c1', name: '张三' });
        db.update(customers, 'c1', { primaryContactId: 'k1' });
        db.insert(customerTags, { id: 'l1', customerId: 'c1', tagId });
        db.insert(visitPlans, { id: 'p1', customerId: 'c1', plannedOn: dayOf('2026-04-01') });
        db.insert(tierHistory, {
          id: 'h1',
          customerId: 'c1',
          tierId: tierIds.A,
          effectiveOn: dayOf('2026-03-06'),
          method: 'create',
        });
      };
    },
  },
  {
    kind: 'an edited customer',
    change: ({ aCustomer }) => {
      const id = aCustomer({ name: '华成', phone: '021-1', note: null });
      return (db) => db.update(customers, id, { name: '华成机电', phone: null, note: '老客户' });
    },
  },
  {
    kind: 'a customer edited twice in one batch',
    change: ({ aCustomer }) => {
      const id = aCustomer();
      return (db) => {
        db.update(customers, id, { name: '一' });
        db.update(customers, id, { name: '二', city: '上海市' });
      };
    },
  },
  {
    kind: 'a customer put into the bin',
    change: ({ aContact, aCustomer }) => {
      const id = aCustomer();
      aContact({ customerId: id });
      return (db) => db.update(customers, id, { deletedAt: later });
    },
  },
  {
    kind: 'a tag put on',
    change: ({ aCustomer, aTag }) => {
      const link = { id: 'l1', customerId: aCustomer(), tagId: aTag() };
      return (db) => db.insert(customerTags, link);
    },
  },
  {
    kind: 'a tag taken off',
    change: ({ aCustomer, aTag, aTagOn }) => {
      const link = aTagOn(aCustomer(), aTag());
      return (db) => db.remove(customerTags, link);
    },
  },
  {
    kind: 'a tier given by hand',
    change: ({ aCustomer, tierIds }) => {
      const id = aCustomer();
      return (db) => {
        db.update(customers, id, { tierId: tierIds.B, tierPinnedReason: '老板的朋友' });
        db.insert(tierHistory, {
          id: 'h1',
          customerId: id,
          tierId: tierIds.B,
          effectiveOn: dayOf('2026-03-06'),
          method: 'hand',
        });
      };
    },
  },
  {
    kind: 'a follow-up with the next date',
    change: ({ aCustomer, ownerId }) => {
      const customerId = aCustomer();
      return (db) => {
        db.insert(followUps, {
          id: 'f1',
          customerId,
          authorId: ownerId,
          happenedAt: later,
          channel: 'visit',
          text: '谈价格',
        });
        db.insert(visitPlans, { id: 'p1', customerId, plannedOn: dayOf('2026-03-20'), madeById: 'f1' });
      };
    },
  },
  {
    kind: 'a plan closed by a follow-up',
    change: ({ aVisitPlan, aCustomer, aFollowUp }) => {
      const customerId = aCustomer();
      const plan = aVisitPlan({ customerId });
      const followUp = aFollowUp({ customerId });
      return (db) => db.update(visitPlans, plan, { status: 'done', doneById: followUp });
    },
  },
  {
    kind: 'a contact moved to another customer',
    change: ({ aContact, aCustomer }) => {
      const contact = aContact();
      const other = aCustomer({ name: '另一家' });
      return (db) => db.update(contacts, contact, { customerId: other, isDecisionMaker: true });
    },
  },
  { kind: 'a setting', change: () => (db) => db.insert(bookSettings, { id: 'company.name', value: '东方五金' }) },
  { kind: 'a user', change: () => (db) => db.insert(users, { id: 'u2', name: '李销售', role: 'salesperson' }) },
  {
    kind: 'a changed and an archived tier',
    change:
      ({ tierIds }) =>
      (db) => {
        db.update(tiers, tierIds.A, { cadenceDays: 5, isKey: false });
        db.update(tiers, tierIds.D, { archivedAt: later });
      },
  },
];

describe('undoBatch', () => {
  it.each(kinds)('takes back $kind, and brings it again on redo', ({ change }) => {
    const test = openTestBook();
    const work = change(test);
    const before = contentHash(test.book);
    const batchId = write(test, work);
    const after = contentHash(test.book);
    expect(after).not.toBe(before);

    const undone = undo(test, batchId);
    expect(undone.conflicts).toEqual([]);
    expect(contentHash(test.book)).toBe(before);

    const redone = redo(test, undone);
    expect(redone.conflicts).toEqual([]);
    expect(contentHash(test.book)).toBe(after);

    expect(undo(test, batchId).conflicts).toEqual([]);
    expect(contentHash(test.book)).toBe(before);
  });

  it('takes back 4,997 of 5,000 imported changes and lists the 3 that were edited since, with who and when', () => {
    const test = openTestBook();
    const ids = Array.from({ length: 5_000 }, (_, index) => `c${index}`);
    writeEach(test, ids, (db, id) => db.insert(customers, { id, name: `客户${id}`, city: '苏州市' }));
    const batchId = writeEach(test, ids, (db, id) => db.update(customers, id, { city: '无锡市' }));
    const seller = test.aUser();
    writeEach(test, ['c7', 'c70', 'c700'], (db, id) => db.update(customers, id, { city: '常州市' }), seller);

    const outcome = undo(test, batchId);
    expect(outcome.rowsUndone).toBe(4_997);
    expect(outcome.conflicts.map(({ entityId }) => entityId).sort()).toEqual(['c7', 'c70', 'c700']);
    expect(outcome.conflicts[0]).toMatchObject({
      entity: 'customers',
      reason: 'field_changed_later',
      field: 'city',
      now: '常州市',
      wouldBe: '苏州市',
      theirs: { by: seller, at: later },
    });
    const cities = test.book.sqlite.prepare('SELECT city, count(*) AS n FROM customers GROUP BY city ORDER BY n').all();
    expect(cities).toEqual([
      { city: '常州市', n: 3 },
      { city: '苏州市', n: 4_997 },
    ]);
  });

  it('leaves a field that somebody changed since and takes the others of the row back', () => {
    const test = openTestBook();
    const id = test.aCustomer({ name: '华成', phone: '1', city: '上海市' });
    const batchId = write(test, (db) => db.update(customers, id, { name: '华成机电', phone: '2', city: '北京市' }));
    write(test, (db) => db.update(customers, id, { phone: '3' }));
    const { conflicts } = undo(test, batchId);
    expect(conflicts.map(({ field }) => field)).toEqual(['phone']);
    expect(stored(test, 'customers', id, 'name || phone || city')).toBe('华成3上海市');
  });

  it('takes a field back that was changed since and changed back', () => {
    const test = openTestBook();
    const id = test.aCustomer({ phone: '1' });
    const batchId = write(test, (db) => db.update(customers, id, { phone: '2' }));
    write(test, (db) => db.update(customers, id, { phone: '3' }));
    write(test, (db) => db.update(customers, id, { phone: '2' }));
    expect(undo(test, batchId).conflicts).toEqual([]);
    expect(stored(test, 'customers', id, 'phone')).toBe('1');
  });

  it('takes the row back all the same when the user says so', () => {
    const test = openTestBook();
    const id = test.aCustomer({ phone: '1' });
    const batchId = write(test, (db) => db.update(customers, id, { phone: '2' }));
    write(test, (db) => db.update(customers, id, { phone: '3' }));
    const choices = new Map([[rowKey('customers', id), 'undo_anyway' as const]]);
    expect(undo(test, batchId, { choices }).conflicts).toEqual([]);
    expect(stored(test, 'customers', id, 'phone')).toBe('1');
  });

  it('keeps a created customer that was edited since', () => {
    const test = openTestBook();
    const batchId = write(test, (db) => db.insert(customers, { id: 'c1', name: '华成' }));
    const seller = test.aUser();
    write(test, (db) => db.update(customers, 'c1', { phone: '021' }), seller);
    const { conflicts, rowsUndone, batchId: undoId } = undo(test, batchId);
    expect(conflicts).toMatchObject([
      { entityId: 'c1', reason: 'row_changed_later', field: null, theirs: { by: seller } },
    ]);
    expect({ rowsUndone, undoId }).toEqual({ rowsUndone: 0, undoId: null });
    expect(isUndone(test.book, batchId)).toBe(false);
    const choices = new Map([[rowKey('customers', 'c1'), 'undo_anyway' as const]]);
    expect(undo(test, batchId, { choices }).rowsUndone).toBe(1);
    expect(stored(test, 'customers', 'c1', 'deleted_at')).toBe(later);
  });

  it('keeps a created customer that has a follow-up of another batch', () => {
    const test = openTestBook();
    const batchId = write(test, (db) => db.insert(customers, { id: 'c1', name: '华成' }));
    const followUp = test.aFollowUp({ customerId: 'c1' });
    expect(undo(test, batchId).conflicts).toMatchObject([
      { entityId: 'c1', reason: 'row_in_use', theirs: { at: test.now } },
    ]);
    write(test, (db) => db.update(followUps, followUp, { deletedAt: later }));
    expect(undo(test, batchId).conflicts).toEqual([]);
    expect(stored(test, 'customers', 'c1', 'deleted_at')).toBe(later);
  });

  it('keeps the customer of an imported contact that was edited since', () => {
    const test = openTestBook();
    const batchId = write(test, (db) => {
      for (const n of [1, 2]) {
        db.insert(customers, { id: `c${n}`, name: '华成' });
        db.insert(contacts, { id: `k${n}`, customerId: `c${n}`, name: '张三' });
        db.update(customers, `c${n}`, { primaryContactId: `k${n}` });
      }
    });
    write(test, (db) => db.update(contacts, 'k1', { mobile: '13800138000' }));
    const { conflicts, rowsUndone } = undo(test, batchId);
    expect(conflicts.map(({ entityId, reason }) => [entityId, reason])).toEqual([
      ['k1', 'row_changed_later'],
      ['c1', 'row_in_use'],
    ]);
    expect(rowsUndone).toBe(2);
    expect(stored(test, 'contacts', 'k2', 'deleted_at')).toBe(later);
  });

  it('keeps a created customer whose created contact somebody else points to', () => {
    const test = openTestBook();
    const other = test.aCustomer({ name: '另一家' });
    const batchId = write(test, (db) => {
      db.insert(customers, { id: 'c1', name: '华成' });
      db.insert(contacts, { id: 'k1', customerId: 'c1', name: '张三' });
    });
    write(test, (db) => db.update(customers, other, { primaryContactId: 'k1' }));
    const { conflicts, rowsUndone } = undo(test, batchId);
    expect(conflicts.map(({ entityId, reason }) => [entityId, reason])).toEqual([
      ['k1', 'row_in_use'],
      ['c1', 'row_in_use'],
    ]);
    expect(rowsUndone).toBe(0);
  });

  it('brings again a contact moved to a customer that the same batch put into the bin', () => {
    const test = openTestBook();
    const contact = test.aContact();
    const first = write(test, (db) => db.insert(customers, { id: 'c1', name: '另一家' }));
    const second = write(test, (db) => {
      db.update(contacts, contact, { customerId: 'c1' });
      db.update(customers, 'c1', { deletedAt: later });
    });
    const after = contentHash(test.book);
    const undoneSecond = undo(test, second);
    const undoneFirst = undo(test, first);
    redo(test, undoneFirst);
    expect(redo(test, undoneSecond).conflicts).toEqual([]);
    expect(contentHash(test.book)).toBe(after);
  });

  it('leaves what is already as the undo would make it', () => {
    const test = openTestBook();
    const tagId = test.aTag();
    const customerId = test.aCustomer();
    const link = test.aTagOn(customerId, tagId);
    const batchId = write(test, (db) => db.remove(customerTags, link));
    test.aTagOn(customerId, tagId);
    const before = contentHash(test.book);
    expect(undo(test, batchId)).toMatchObject({ rowsUndone: 0, conflicts: [], batchId: null });
    expect(contentHash(test.book)).toBe(before);
  });

  it('takes back a tag that was taken off and put on again in one batch', () => {
    const test = openTestBook();
    const tagId = test.aTag();
    const customerId = test.aCustomer();
    const link = test.aTagOn(customerId, tagId);
    const before = contentHash(test.book);
    const batchId = write(test, (db) => {
      db.remove(customerTags, link);
      db.insert(customerTags, { id: 'l2', customerId, tagId });
    });
    undo(test, batchId);
    expect(contentHash(test.book)).toBe(before);
  });

  it('does not take back the same batch twice', () => {
    const test = openTestBook();
    const batchId = write(test, (db) => db.insert(customers, { id: 'c1', name: '华成' }));
    undo(test, batchId);
    const again = undoBatch(test.book, { batchId, userId: test.ownerId, now: later });
    expect(again).toEqual({ ok: false, error: { kind: 'conflict', reason: 'already_undone' } });
  });

  it('does not take back the making of the book', () => {
    const test = openTestBook();
    const first = test.book.sqlite.prepare<[], Id>('SELECT id FROM journal_batches WHERE seq = 1').pluck().get() ?? '';
    const outcome = undoBatch(test.book, { batchId: first, userId: test.ownerId, now: later });
    expect(outcome).toEqual({ ok: false, error: { kind: 'conflict', reason: 'batch_cannot_be_undone' } });
  });

  it('says progress and leaves everything as it was when cancelled on the way', () => {
    const test = openTestBook();
    const ids = Array.from({ length: 1_200 }, (_, index) => `c${index}`);
    const batchId = writeEach(test, ids, (db, id) => db.insert(customers, { id, name: '华成' }));
    const before = contentHash(test.book);
    const seen: number[] = [];
    const request = { batchId, userId: test.ownerId, now: later };
    const cancelled = undoBatch(test.book, {
      ...request,
      onProgress: (done, total) => void seen.push(done / total),
      isCancelled: () => seen.length === 4,
    });
    expect(cancelled).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(contentHash(test.book)).toBe(before);
    expect(seen.length).toBe(4);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(isUndone(test.book, batchId)).toBe(false);
  });

  it('leaves the record of an import, so that the list can say that it was undone', () => {
    const test = openTestBook();
    const { batchId } = writeBatch(test.book, { source: 'import', userId: test.ownerId, now: later }, (db) => {
      db.insert(customers, { id: 'c1', name: '华成' });
      test.anImportRecord(db);
    });
    undo(test, batchId);
    expect(test.book.sqlite.prepare('SELECT batch_id FROM import_batches').pluck().all()).toEqual([batchId]);
  });
});

describe('undoBatch refuses a row whose undo would break a rule', () => {
  const forced = (table: string, id: Id) => ({ choices: new Map([[rowKey(table, id), 'undo_anyway' as const]]) });

  it('a customer with an open plan does not go to the bin, whatever was chosen', () => {
    const test = openTestBook();
    const batchId = write(test, (db) => db.insert(customers, { id: 'c1', name: '华成' }));
    const plan = test.aVisitPlan({ customerId: 'c1' });
    expect(undo(test, batchId, forced('customers', 'c1')).conflicts).toMatchObject([
      { entityId: 'c1', reason: 'breaks_rule', rule: 'has_open_plans' },
    ]);
    write(test, (db) => db.update(visitPlans, plan, { status: 'cancelled' }));
    expect(undo(test, batchId, forced('customers', 'c1')).conflicts).toEqual([]);
  });

  it('a plan does not open again once its customer is in the bin', () => {
    const test = openTestBook();
    const customerId = test.aCustomer();
    const plan = test.aVisitPlan({ customerId });
    const batchId = write(test, (db) => db.update(visitPlans, plan, { status: 'cancelled' }));
    write(test, (db) => db.update(customers, customerId, { deletedAt: later }));
    expect(undo(test, batchId).conflicts).toMatchObject([{ entityId: plan, rule: 'in_bin' }]);
  });

  it('a tier that somebody has now is not deleted', () => {
    const test = openTestBook();
    const tier = {
      id: 't5',
      name: 'E',
      position: 4,
      color: 'rose',
      cadenceDays: 60,
      relationshipLevel: 'basic',
    } as const;
    const batchId = write(test, (db) => db.insert(tiers, tier));
    test.aCustomer({ tierId: 't5' });
    expect(undo(test, batchId, forced('tiers', 't5')).conflicts).toMatchObject([{ rule: 'tier_in_use' }]);
  });

  it('the last owner stays owner', () => {
    const test = openTestBook();
    const second = test.aUser({ role: 'owner' });
    const batchId = write(test, (db) => db.insert(users, { id: 'u3', name: '新老板', role: 'owner' }));
    write(test, (db) => {
      db.update(users, test.ownerId, { role: 'salesperson' });
      db.update(users, second, { deletedAt: later });
    });
    expect(undo(test, batchId).conflicts).toMatchObject([
      { entityId: 'u3', reason: 'breaks_rule', rule: 'last_owner' },
    ]);
  });

  it('a customer does not go back to a user who is in the bin', () => {
    const test = openTestBook();
    const seller = test.aUser();
    const id = test.aCustomer({ ownerId: seller });
    const batchId = write(test, (db) => db.update(customers, id, { ownerId: test.ownerId }));
    write(test, (db) => db.update(users, seller, { deletedAt: later }));
    expect(undo(test, batchId).conflicts).toMatchObject([{ entityId: id, reason: 'breaks_rule', rule: 'in_bin' }]);
    expect(stored(test, 'customers', id, 'owner_id')).toBe(test.ownerId);
  });

  it('but goes back to a user who comes back by the same undo', () => {
    const test = openTestBook();
    const seller = test.aUser();
    const id = test.aCustomer({ ownerId: seller });
    const batchId = write(test, (db) => {
      db.update(customers, id, { ownerId: test.ownerId });
      db.update(users, seller, { deletedAt: later });
    });
    expect(undo(test, batchId).conflicts).toEqual([]);
    expect(stored(test, 'customers', id, 'owner_id')).toBe(seller);
  });

  it('a deleted tag does not come back beside a new one of the same name', () => {
    const test = openTestBook();
    const tagId = test.aTag({ name: '重点' });
    const batchId = write(test, (db) => db.update(tags, tagId, { deletedAt: later }));
    test.aTag({ name: '重点' });
    expect(undo(test, batchId).conflicts).toMatchObject([{ entityId: tagId, rule: 'name_taken' }]);
  });
});

describe('previewUndo', () => {
  it('says what an undo would do and writes nothing', () => {
    const test = openTestBook();
    const id = test.aCustomer({ phone: '1', city: '上海市' });
    const other = test.aCustomer({ phone: '1' });
    const batchId = writeEach(test, [id, other], (db, each) => db.update(customers, each, { phone: '2' }));
    write(test, (db) => db.update(customers, id, { phone: '3' }));
    const before = test.book.sqlite.prepare('SELECT count(*) FROM journal').pluck().get();
    const preview = previewUndo(test.book, batchId);
    expect(preview).toMatchObject({
      ok: true,
      value: { rowsUndone: 1, conflicts: [{ entityId: id, field: 'phone' }] },
    });
    expect(test.book.sqlite.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(before);
  });
});

describe('lastUndoableBatch and lastRedoableBatch', () => {
  it('walk back and forth through what this user did in this session', () => {
    const test = openTestBook();
    const session = { userId: test.ownerId, since: later };
    const other = test.aUser();
    const id = test.aCustomer({ phone: '0' });
    const set = (phone: string, userId?: Id) => write(test, (db) => db.update(customers, id, { phone }), userId);
    expect(lastUndoableBatch(test.book, session)).toBeNull();
    const first = set('1');
    const second = set('2');
    write(test, (db) => db.insert(customers, { id: 'c9', name: '别人的' }), other);

    expect(lastUndoableBatch(test.book, session)).toBe(second);
    expect(lastRedoableBatch(test.book, session)).toBeNull();
    const undoneSecond = undo(test, second).batchId ?? '';
    expect(lastUndoableBatch(test.book, session)).toBe(first);
    const undoneFirst = undo(test, first).batchId ?? '';
    expect(lastUndoableBatch(test.book, session)).toBeNull();

    expect(lastRedoableBatch(test.book, session)).toBe(undoneFirst);
    undo(test, undoneFirst);
    expect(lastUndoableBatch(test.book, session)).toBe(first);
    expect(lastRedoableBatch(test.book, session)).toBe(undoneSecond);
    undo(test, undoneSecond);
    expect(stored(test, 'customers', id, 'phone')).toBe('2');
    expect(lastUndoableBatch(test.book, session)).toBe(second);
    expect(lastRedoableBatch(test.book, session)).toBeNull();
  });

  it('there is nothing to redo once the user did something new', () => {
    const test = openTestBook();
    const session = { userId: test.ownerId, since: later };
    const id = test.aCustomer({ phone: '0' });
    undo(
      test,
      write(test, (db) => db.update(customers, id, { phone: '1' })),
    );
    expect(lastRedoableBatch(test.book, session)).not.toBeNull();
    write(test, (db) => db.update(customers, id, { phone: '5' }));
    expect(lastRedoableBatch(test.book, session)).toBeNull();
  });
});
