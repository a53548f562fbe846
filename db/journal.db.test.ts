import { describe, expect, it } from 'vitest';
import { err } from '../src-shared/core/result.ts';
import { writeBatch } from './journal.ts';
import { customers } from './schema/customers.ts';
import { openTestBook } from './testing/open-test-book.ts';

describe('writeBatch', () => {
  it('writes the row and its journal entry together', () => {
    const { book, ownerId, now } = openTestBook();
    const out = writeBatch(book, { source: 'edit', userId: ownerId, now }, (db) => {
      db.insert(customers, { id: 'c1', name: '华成' });
      return db.update(customers, 'c1', { name: '华成机电' });
    });
    expect(out.changed).toBe(2);
    expect(out.value).toBe(true);
    const entries = book.sqlite.prepare('SELECT action, before FROM journal WHERE batch_id = ?').all(out.batchId);
    expect(entries).toEqual([
      { action: 'create', before: null },
      { action: 'update', before: '{"name":"华成"}' },
    ]);
  });

  it('takes everything back when the work answers with an error after a write', () => {
    const { book, ownerId, now } = openTestBook();
    const before = book.sqlite.prepare('SELECT count(*) n FROM journal').get();
    const out = writeBatch(book, { source: 'edit', userId: ownerId, now }, (db) => {
      db.insert(customers, { id: 'c1', name: '华成' });
      return err('no');
    });
    expect(out).toEqual({ ok: false, error: 'no' });
    expect(book.sqlite.prepare('SELECT count(*) n FROM customers').get()).toEqual({ n: 0 });
    expect(book.sqlite.prepare('SELECT count(*) n FROM journal').get()).toEqual(before);
  });
});
