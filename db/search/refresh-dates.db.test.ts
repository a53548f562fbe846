import { describe, expect, it } from 'vitest';
import { type AppDb, writerOf } from '../connection.ts';
import { writeBatch } from '../journal.ts';
import { customers } from '../schema/customers.ts';
import { makeBookFile, openBookFile } from '../testing/book-file.ts';
import { buildersFor } from '../testing/builders.ts';
import { writeOlderBook } from '../testing/older-book.ts';
import { at, dayOf } from '../testing/open-test-book.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { rebuildDerived } from './refresh.ts';

const folder = temporaryFolder();
const importedAt = at('2026-03-05T09:00:00.000Z');

/** A book of the first version: typed, imported, met and visited customers. */
function anOldBook(): string {
  const [path, older] = [folder.path('book.keben'), folder.path('older.keben')];
  const { book, ownerId, tierIds } = makeBookFile(path);
  const build = buildersFor(book, ownerId, importedAt);
  build.aCustomer({ name: '手工' });
  build.aFollowUp({ customerId: build.aCustomer({ name: '谈过', tierId: tierIds[0] ?? null }) });
  const done = { status: 'done', plannedOn: dayOf('2026-03-02') } as const;
  build.aVisitPlan({ ...done, customerId: build.aCustomer({ name: '去过', cadenceDays: 5 }) });
  const ids = Array.from(
    { length: 5 },
    (_, index) => `0195648a-0000-7000-8000-${String((index * 7) % 5).padStart(12, '0')}`,
  );
  writeBatch(book, { source: 'import', userId: ownerId, now: importedAt }, (db) => {
    for (const id of ids) db.insert(customers, { id, name: `导入${id.slice(-1)}` });
  });
  book.close();
  writeOlderBook(path, older, 1);
  return older;
}

function dates(book: AppDb): ReadonlyMap<string, unknown> {
  const rows = book.sqlite
    .prepare<[], { name: string; [column: string]: unknown }>(
      `SELECT c.name, l.last_contact_at, l.cadence_days, l.due_on, l.quiet_since
       FROM customer_list l JOIN customers c ON c.id = l.customer_id ORDER BY c.name`,
    )
    .all();
  return new Map(rows.map(({ name, ...row }) => [name, row]));
}

describe('openBook on a book from before due days', () => {
  it('fills them in before anybody reads, as rebuilding would', () => {
    const opened = openBookFile(anOldBook());
    expect(opened.migratedFrom).toBe(1);
    const filled = dates(opened.book);
    expect(filled.get('手工')).toMatchObject({ cadence_days: 30, due_on: '2026-03-10', quiet_since: importedAt });
    expect(filled.get('谈过')).toMatchObject({ cadence_days: 7, due_on: '2026-03-12' });
    expect(filled.get('去过')).toMatchObject({ due_on: '2026-03-07', last_contact_at: '2026-03-01T16:00:00.000Z' });
    rebuildDerived(writerOf(opened.book).sqlite, importedAt);
    expect(dates(opened.book)).toEqual(filled);
    opened.book.close();
  });

  it('spreads those of an earlier import over one cadence', () => {
    const { book } = openBookFile(anOldBook());
    const due = [0, 1, 2, 3, 4].map((digit) => dates(book).get(`导入${digit}`));
    expect(due).toMatchObject(
      ['2026-03-05', '2026-03-11', '2026-03-17', '2026-03-23', '2026-03-29'].map((due_on) => ({
        due_on,
      })),
    );
    book.close();
  });

  it('leaves every index in place', () => {
    const { book } = openBookFile(anOldBook());
    const indexes = "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'customer_list'";
    expect(book.sqlite.prepare(indexes).pluck().get()).toBe(18);
    book.close();
  });
});
