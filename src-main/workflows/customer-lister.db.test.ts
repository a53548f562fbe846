import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writerOf } from '../../db/connection.ts';
import { contentHash } from '../../db/content-hash.ts';
import type { AppDb } from '../../db/open.ts';
import { rebuildDerived } from '../../db/search/refresh.ts';
import { derivedDump } from '../../db/search/testing/derived-dump.ts';
import { checkBook } from '../../db/soak/check-book.ts';
import { openBookFile } from '../../db/testing/book-file.ts';
import { temporaryFolder } from '../../db/testing/temporary-folder.ts';
import type { SecondThread } from '../jobs/second-thread.ts';
import { fromCustomers } from './customer-lister.ts';
import { besideOf, commitInFile, type StartBeside } from './testing/commit-in-file.ts';
import { customersImport, importedAt } from './testing/customers-import.ts';

const files = temporaryFolder();
const large = fromCustomers + 300;
const isListingLeft = ({ checkPath }: { readonly checkPath: string }) =>
  readdirSync(dirname(checkPath)).some((name) => name.includes('.listing'));
const schemaOf = ({ sqlite }: AppDb) => sqlite.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2').all();

/** What the journal says, without ids, which are new each time. */
function journalOf({ sqlite }: AppDb): unknown {
  return sqlite.prepare('SELECT entity, action, before FROM journal_entries ORDER BY seq').all();
}

/** The derived rows by the customer's name. */
function listOf(book: AppDb): unknown {
  const sql = `
    SELECT c.name, l.doc, l.name_key, l.tier_position, l.owner_key, l.contact_key, l.phone_key, l.district_key,
      l.search_text, l.cadence_days, l.next_visit_on, l.last_contact_at
    FROM customer_list l JOIN customers c ON c.id = l.customer_id ORDER BY l.doc`;
  return book.sqlite.prepare(sql).raw().all();
}

function expectDerivedAsRebuilt(book: AppDb): void {
  const made = derivedDump(book);
  rebuildDerived(writerOf(book).sqlite, importedAt);
  expect(made).toEqual(derivedDump(book));
}

/** A second thread that never gets anything done. */
const idle = (hasDone: SecondThread['hasDone']) => (): SecondThread => ({
  send: () => {},
  sendEnd: () => {},
  hasDone,
  end: async () => {},
});

describe('a large import of customers', () => {
  it.each([
    ['an empty book', 0],
    ['a book with some of them', 40],
    ['a book with more than it brings', 2 * large],
  ])('lists what its second thread worked out as it would be worked out afterwards: %s', async (_what, known) => {
    const path = files.path('客本.keben');
    const { book, order } = customersImport(files, path, { made: large, known });
    const schema = schemaOf(book);
    const outcome = await commitInFile(path, order);
    expect(outcome).toMatchObject({ ok: true, value: { created: large, updated: known / 2 } });
    expect(isListingLeft(order)).toBe(false);
    expect(schemaOf(book)).toEqual(schema);
    expect(checkBook(book)).toEqual([]);
    expectDerivedAsRebuilt(book);
    book.close();
  });

  it('writes the same without a second thread', async () => {
    const [withPath, withoutPath] = [files.path('mit.keben'), files.path('ohne.keben')];
    const one = customersImport(files, withPath, { made: large, known: 6 });
    expect(await commitInFile(withPath, one.order)).toMatchObject({ ok: true });
    const other = customersImport(files, withoutPath, { made: large, known: 6 });
    expect(await commitInFile(withoutPath, other.order, { startBeside: null })).toMatchObject({ ok: true });
    expect(listOf(one.book)).toEqual(listOf(other.book));
    expect(journalOf(one.book)).toEqual(journalOf(other.book));
    one.book.close();
    other.book.close();
  });

  it('works them out itself when the second thread could not', async () => {
    const path = files.path('客本.keben');
    const { book, order } = customersImport(files, path, { made: large, known: 2 });
    const outcome = await commitInFile(path, order, { startBeside: idle(() => false) });
    expect(outcome).toMatchObject({ ok: true, value: { created: large } });
    expectDerivedAsRebuilt(book);
    book.close();
  });

  it('works out the rest itself when the second thread fails half way', async () => {
    const path = files.path('客本.keben');
    const { book, order } = customersImport(files, path, { made: large, known: 2 });
    const start = besideOf(path);
    const halfWay: StartBeside = (kind, input) => {
      const thread = start(kind, input);
      return { ...thread, hasDone: (parts) => parts < 2 && thread.hasDone(parts) };
    };
    expect(await commitInFile(path, order, { startBeside: halfWay })).toMatchObject({ ok: true });
    expect(checkBook(book)).toEqual([]);
    expectDerivedAsRebuilt(book);
    book.close();
  });

  it('leaves nothing behind when the second thread has a bug', async () => {
    const path = files.path('客本.keben');
    const { book, order } = customersImport(files, path, { made: large, known: 2 });
    const hash = contentHash(book);
    const failing = idle(() => {
      throw new Error('a bug');
    });
    await expect(commitInFile(path, order, { startBeside: failing })).rejects.toThrow('a bug');
    expect(contentHash(book)).toBe(hash);
    expect(checkBook(book)).toEqual([]);
    book.close();
  });

  it('leaves nothing behind, of the listing either, when it is cancelled half way', async () => {
    const path = files.path('客本.keben');
    const { book, order } = customersImport(files, path, { made: large, known: 2 });
    const hash = contentHash(book);
    let asked = 0;
    const outcome = await commitInFile(path, order, { isCancelled: () => ++asked > 12 });
    expect(outcome).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(contentHash(book)).toBe(hash);
    expect(checkBook(book)).toEqual([]);
    expect(isListingLeft(order)).toBe(false);
    book.close();
  });

  it.each(['2000', 'indexing'])(
    'leaves nothing behind when it is killed (%s), and goes through next time',
    async (when) => {
      const path = files.path('客本.keben');
      const { book: before, order } = customersImport(files, path, { made: large, known: 2 });
      const hash = contentHash(before);
      before.close();
      const orderPath = files.path('order.json');
      writeFileSync(orderPath, JSON.stringify(order));
      const dying = fileURLToPath(new URL('testing/die-importing.ts', import.meta.url));
      const child = spawnSync(process.execPath, [dying, path, orderPath, when], { encoding: 'utf8' });
      expect({ stderr: child.stderr, isKilled: child.status === 1 || child.signal === 'SIGKILL' }).toEqual({
        stderr: '',
        isKilled: true,
      });
      const { book } = openBookFile(path);
      expect(contentHash(book)).toBe(hash);
      expect(checkBook(book)).toEqual([]);
      expect(await commitInFile(path, order)).toMatchObject({ ok: true, value: { created: large } });
      expect(checkBook(book)).toEqual([]);
      expectDerivedAsRebuilt(book);
      book.close();
    },
  );
});

describe('a small import of customers', () => {
  it('does without a second thread', async () => {
    const path = files.path('客本.keben');
    const { book, order } = customersImport(files, path, { made: 30, known: 2 });
    const never = () => {
      throw new Error('a thread was started');
    };
    expect(await commitInFile(path, order, { startBeside: never })).toMatchObject({ ok: true });
    expectDerivedAsRebuilt(book);
    book.close();
  });
});
