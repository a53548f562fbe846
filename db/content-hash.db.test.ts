import { copyFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentHash } from './content-hash.ts';
import { type WriteDb, writeBatch, writeDerived } from './journal.ts';
import { contacts, customers, customerTags } from './schema/customers.ts';
import { makeBookFile, openBookFile } from './testing/book-file.ts';
import { at, openTestBook, type TestBook } from './testing/open-test-book.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const files = temporaryFolder();
const later = at('2026-03-06T09:00:00.000Z');

function write(test: TestBook, work: (db: WriteDb) => unknown): void {
  writeBatch(test.book, { source: 'edit', userId: test.ownerId, now: later }, work);
}

/** A customer with a contact, in the bin, and a live one. */
function book(): TestBook & { readonly live: string; readonly binned: string; readonly contact: string } {
  const test = openTestBook();
  const live = test.aCustomer();
  const binned = test.aCustomer();
  const contact = test.aContact({ customerId: binned });
  write(test, (db) => db.update(customers, binned, { deletedAt: later }));
  return { ...test, live, binned, contact };
}

describe('contentHash', () => {
  it.each<[string, (test: ReturnType<typeof book>) => void]>([
    ['a field of a live row', (test) => write(test, (db) => db.update(customers, test.live, { city: '上海市' }))],
    ['a new row', (test) => test.aFollowUp({ customerId: test.live })],
    ['a row put into the bin', (test) => write(test, (db) => db.update(customers, test.live, { deletedAt: later }))],
    ['a tag put on', (test) => test.aTagOn(test.live, test.aTag())],
    [
      'a customer out of the bin',
      (test) => write(test, (db) => db.update(customers, test.binned, { deletedAt: null })),
    ],
  ])('changes with %s', (_what, change) => {
    const test = book();
    const before = contentHash(test.book);
    change(test);
    expect(contentHash(test.book)).not.toBe(before);
  });

  it.each<[string, (test: ReturnType<typeof book>) => void]>([
    ['a field in the bin', (test) => write(test, (db) => db.update(customers, test.binned, { city: '上海市' }))],
    [
      'a contact of a customer in the bin',
      (test) => write(test, (db) => db.update(contacts, test.contact, { name: '李四' })),
    ],
    ['a follow-up of a customer in the bin', (test) => test.aFollowUp({ customerId: test.binned })],
    ['the note of an import', (test) => write(test, (db) => test.anImportRecord(db))],
    ['the search index', (test) => writeDerived(test.book, (sqlite) => sqlite.exec('DELETE FROM customer_list'))],
    [
      'a field changed and changed back: who did it last does not count',
      (test) => {
        write(test, (db) => db.update(customers, test.live, { city: '上海市' }));
        write(test, (db) => db.update(customers, test.live, { city: null }));
      },
    ],
  ])('does not change with %s', (_what, change) => {
    const test = book();
    const before = contentHash(test.book);
    change(test);
    expect(contentHash(test.book)).toBe(before);
  });

  it('does not ask in which order rows were written', () => {
    makeBookFile(files.path('a.keben')).book.close();
    copyFileSync(files.path('a.keben'), files.path('b.keben'));
    const hashOf = (name: string, ids: readonly string[]) => {
      const { book: opened } = openBookFile(files.path(name));
      writeBatch(opened, { source: 'edit', userId: null, now: later }, (db) => {
        for (const id of ids) db.insert(customers, { id, name: '华成' });
      });
      const hash = contentHash(opened);
      opened.close();
      return hash;
    };
    expect(hashOf('a.keben', ['c1', 'c2'])).toBe(hashOf('b.keben', ['c2', 'c1']));
  });

  it('tells null from an empty text', () => {
    const test = book();
    write(test, (db) => db.update(customers, test.live, { note: null }));
    const before = contentHash(test.book);
    write(test, (db) => db.update(customers, test.live, { note: '' }));
    expect(contentHash(test.book)).not.toBe(before);
  });

  it('tells a link from another', () => {
    const test = book();
    const link = test.aTagOn(test.live, test.aTag());
    const before = contentHash(test.book);
    write(test, (db) => db.remove(customerTags, link));
    expect(contentHash(test.book)).not.toBe(before);
  });
});
