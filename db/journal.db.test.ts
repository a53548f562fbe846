import { describe, expect, it } from 'vitest';
import type { Id } from '../src-shared/core/id.ts';
import type { Instant } from '../src-shared/core/instant.ts';
import { err, ok, type Result } from '../src-shared/core/result.ts';
import type { AppDb } from './connection.ts';
import { contentHash } from './content-hash.ts';
import { type BatchRequest, type WriteDb, writeBatch, writeDerived } from './journal.ts';
import { joinBook } from './open.ts';
import { bookSettings } from './schema/book.ts';
import { contacts, customers, customerTags } from './schema/customers.ts';
import { makeBookFile } from './testing/book-file.ts';
import { at, openTestBook, type TestBook } from './testing/open-test-book.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const later = at('2026-03-06T09:00:00.000Z');

function edit(test: TestBook): BatchRequest {
  return { source: 'edit', userId: test.ownerId, now: later };
}

function journalOf(test: TestBook, batchId: Id) {
  return test.book.sqlite
    .prepare(
      'SELECT source, user_id, at, entity, entity_id, action, before FROM journal WHERE batch_id = ? ORDER BY seq',
    )
    .all(batchId);
}

function count(test: TestBook, table: string): unknown {
  return test.book.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
}

describe('writeBatch', () => {
  it('writes rows and their journal entries as one batch, a created row without an image', () => {
    const test = openTestBook();
    const { batchId, changed, value, touched } = writeBatch(test.book, edit(test), (db) => {
      db.insert(customers, { id: 'c1', name: '华成', phone: '021-1' });
      return db.update(customers, 'c1', { name: '华成机电', phone: null, city: null });
    });
    expect({ changed, value }).toEqual({ changed: 2, value: true });
    expect(touched).toEqual(new Map([['customers', new Set(['c1'])]]));
    const entry = { source: 'edit', user_id: test.ownerId, at: later, entity: 'customers', entity_id: 'c1' };
    expect(journalOf(test, batchId)).toEqual([
      { ...entry, action: 'create', before: null },
      { ...entry, action: 'update', before: '{"name":"华成","phone":"021-1"}' },
    ]);
  });

  it('stamps who and when', () => {
    const test = openTestBook();
    const id = test.aCustomer();
    const seller = test.aUser();
    writeBatch(test.book, { ...edit(test), userId: seller }, (db) => db.update(customers, id, { name: '新名' }));
    const row = test.book.orm.select().from(customers).get();
    expect(row).toMatchObject({
      createdAt: test.now,
      createdBy: test.ownerId,
      updatedAt: later,
      updatedBy: seller,
      deletedAt: null,
    });
  });

  it('leaves no trace, not even a stamp, when nothing differs', () => {
    const test = openTestBook();
    const id = test.aContact({ name: '张三', isDecisionMaker: true, note: null });
    const before = [count(test, 'journal_entries'), count(test, 'journal_batches')];
    const { changed, value } = writeBatch(test.book, edit(test), (db) =>
      db.update(contacts, id, { name: '张三', isDecisionMaker: true, note: null }),
    );
    expect({ changed, value }).toEqual({ changed: 0, value: false });
    expect([count(test, 'journal_entries'), count(test, 'journal_batches')]).toEqual(before);
    expect(test.book.orm.select({ at: contacts.updatedAt }).from(contacts).get()).toEqual({ at: test.now });
  });

  it('journals a removed link whole', () => {
    const test = openTestBook();
    const link = test.aTagOn(test.aCustomer(), test.aTag());
    const row = test.book.sqlite.prepare('SELECT * FROM customer_tags').get();
    const { batchId } = writeBatch(test.book, edit(test), (db) => db.remove(customerTags, link));
    expect(journalOf(test, batchId)).toMatchObject([{ action: 'delete', before: JSON.stringify(row) }]);
    expect(count(test, 'customer_tags')).toBe(0);
  });

  it('keeps a setting as JSON and a flag as 0 or 1', () => {
    const test = openTestBook();
    writeBatch(test.book, edit(test), (db) => {
      db.insert(bookSettings, { id: 'x', value: { a: [1, '二'] } });
      db.insert(customers, { id: 'c1', name: '华成' });
      db.insert(contacts, { id: 'k1', customerId: 'c1', name: '张三', isDecisionMaker: true });
    });
    expect(test.book.sqlite.prepare("SELECT value FROM book_settings WHERE id = 'x'").pluck().get()).toBe(
      '{"a":[1,"二"]}',
    );
    expect(test.book.sqlite.prepare('SELECT is_decision_maker FROM contacts').pluck().get()).toBe(1);
  });

  it.each<[string, (db: WriteDb) => Result<void, string>]>([
    ['answers with an error', () => err('no')],
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    [
      'breaks a foreign key that is only checked at the end',
      (db) => {
        db.insert(contacts, { id: 'k1', customerId: 'nobody', name: '张三' });
        return ok(undefined);
      },
    ],
    [
      'breaks a check',
      (db) => {
        db.insert(customers, { id: 'c2', name: '' });
        return ok(undefined);
      },
    ],
  ])('takes back everything, journal and search included, when the work %s after a write', (_what, fail) => {
    const test = openTestBook();
    test.aCustomer();
    const tables = ['customers', 'journal_entries', 'journal_batches', 'customer_list', 'customer_keys'];
    const before = [contentHash(test.book), ...tables.map((table) => count(test, table))];
    expect(() => {
      const outcome = writeBatch(test.book, edit(test), (db) => {
        db.insert(customers, { id: 'c1', name: '华成' });
        return fail(db);
      });
      if (!outcome.ok) throw new Error(outcome.error);
    }).toThrow();
    expect([contentHash(test.book), ...tables.map((table) => count(test, table))]).toEqual(before);
    expect(writeBatch(test.book, edit(test), (db) => db.insert(customers, { id: 'c1', name: '华成' })).changed).toBe(1);
  });

  it('hands the value of a good Result on', () => {
    const test = openTestBook();
    const outcome = writeBatch(test.book, edit(test), (db) => {
      db.insert(customers, { id: 'c1', name: '华成' });
      return ok(5);
    });
    expect(outcome).toMatchObject({ ok: true, value: { value: 5, changed: 1 } });
  });

  it('finds a change of a row that does not exist to be a mistake in the program', () => {
    const test = openTestBook();
    expect(() => writeBatch(test.book, edit(test), (db) => db.update(customers, 'c1', { name: '?' }))).toThrow(
      'does not exist',
    );
    expect(() => writeBatch(test.book, edit(test), (db) => db.remove(customerTags, 'l1'))).toThrow('does not exist');
  });

  it('refuses columns that only the journal fills in, and columns that there are not', () => {
    const test = openTestBook();
    const id = test.aCustomer();
    const stamp = { name: '新名', updatedBy: 'me' };
    const unknown = { id: 'c1', name: '华成', colour: 'red' };
    expect(() => writeBatch(test.book, edit(test), (db) => db.update(customers, id, stamp))).toThrow(
      'cannot be updated',
    );
    expect(() => writeBatch(test.book, edit(test), (db) => db.insert(customers, unknown))).toThrow('has no colour');
  });

  it('is dead once the batch has ended', () => {
    const test = openTestBook();
    const { value } = writeBatch(test.book, edit(test), (db) => ({ db }));
    expect(() => value.db.insert(customers, { id: 'c1', name: '华成' })).toThrow('has ended');
  });

  it('refuses a batch inside a batch and work that waits', () => {
    const test = openTestBook();
    const nothing = () => undefined;
    expect(() => writeBatch(test.book, edit(test), () => writeBatch(test.book, edit(test), nothing))).toThrow(
      'inside a batch',
    );
    expect(() => writeBatch(test.book, edit(test), async () => undefined)).toThrow('must not wait');
    expect(test.book.sqlite.inTransaction).toBe(false);
  });

  it('gives each batch a greater clock reading, also when the clock was set back', () => {
    const test = openTestBook();
    for (const now of [later, test.now, later]) {
      writeBatch(test.book, { ...edit(test), now }, (db) =>
        db.insert(customers, { id: `c${Math.random()}`, name: '华成' }),
      );
    }
    const readings = test.book.sqlite.prepare<[], string>('SELECT hlc FROM journal_batches ORDER BY seq').pluck().all();
    expect(readings).toEqual([...readings].sort());
    expect(new Set(readings).size).toBe(readings.length);
  });
});

describe('writeBatch on two connections', () => {
  const files = temporaryFolder();

  it("gives greater readings than the other's, also to a clock that is behind", () => {
    const path = files.path('book.keben');
    const { book } = makeBookFile(path);
    const joined = joinBook(path, { deviceId: book.deviceId });
    if (!joined.ok) throw new Error(joined.error.reason);
    const add = (db: AppDb, id: Id, now: Instant) =>
      writeBatch(db, { source: 'edit', userId: null, now }, (tx) => tx.insert(customers, { id, name: '华成' }));
    add(book, 'c1', later);
    add(joined.value, 'c2', at('2026-03-07T00:00:00.000Z'));
    add(book, 'c3', later);
    const readings = book.sqlite.prepare<[], string>('SELECT hlc FROM journal_batches ORDER BY seq').pluck().all();
    expect(readings).toHaveLength(4);
    expect(readings).toEqual([...readings].sort());
    expect(new Set(readings).size).toBe(4);
    joined.value.close();
    book.close();
  });
});

describe('the journal', () => {
  it.each([
    "UPDATE journal_entries SET before = '{}'",
    'DELETE FROM journal_entries',
    "INSERT OR REPLACE INTO journal_entries (seq, batch, entity, entity_id, action) VALUES (1, 1, 'x', 'x', 'create')",
    "UPDATE journal_batches SET source = 'system'",
    'DELETE FROM journal_batches',
  ])('refuses %s', (sql) => {
    const test = openTestBook();
    expect(() => writeDerived(test.book, (sqlite) => sqlite.exec(sql))).toThrow('append-only');
  });
});

describe('an open book', () => {
  it.each([
    "INSERT INTO tags (id, name, created_at, updated_at) VALUES ('t', 't', 'x', 'x')",
    "UPDATE customers SET name = 'x'",
    'DELETE FROM customers',
    'DROP TABLE tags',
  ])('refuses a write outside the journal: %s', (sql) => {
    const { book } = openTestBook();
    expect(() => book.sqlite.prepare(sql)).toThrow('outside the journal');
    expect(() => book.sqlite.exec(sql)).toThrow('outside the journal');
  });
});
