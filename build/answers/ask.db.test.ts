import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBatch } from '../../db/journal.ts';
import { type AppDb, createBook } from '../../db/open.ts';
import { customers } from '../../db/schema/customers.ts';
import { migrationsFolder } from '../../db/testing/open-test-book.ts';
import { temporaryFolder } from '../../db/testing/temporary-folder.ts';
import { writeLedger } from '../../db/testing/write-ledger.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { exampleLedger, ledgerOf } from '../../src-shared/receivables/testing/ledger-builders.ts';
import { answered, askedAt, refused } from './testing/asking.ts';

const folder = temporaryFolder();
let file: string;
let book: AppDb;
let ownerId: Id;

beforeEach(() => {
  file = folder.path('客本.keben');
  const options = { deviceId: newId(), migrationsFolder, appVersion: '0.0.0-test' };
  const made = createBook(file, { ...options, now: askedAt, timeZone: 'Asia/Shanghai', ownerName: '王老板' });
  if (!made.ok) throw new Error(made.error.reason);
  ({ book, ownerId } = made.value);
});
afterEach(() => book.close());

function aCustomer(name: string, ledger = ledgerOf({})): Id {
  const id = newId();
  writeBatch(book, { source: 'edit', userId: ownerId, now: askedAt }, (db) =>
    db.insert(customers, { id, name, ownerId }),
  );
  writeLedger(book, id, ledger, { userId: ownerId, now: askedAt });
  return id;
}

describe('npm run answers -- aging', () => {
  it('says who owed what on a day, in fen and yuan', () => {
    const customerId = aCustomer('甲', exampleLedger());
    aCustomer('不欠');
    expect(answered('aging', file, '--as-of', '2026-04-15')).toMatchObject({
      asOf: '2026-04-15',
      totals: {
        open: { fen: 90_000, yuan: '900.00' },
        overdue: { fen: 30_000, yuan: '300.00' },
        // Both orders and one payment were typed on 21 May.
        enteredLate: 3,
        customers: { d1_30: 1, over_90: 0 },
        buckets: { not_due: { fen: 60_000, yuan: '600.00' }, over_90: { fen: 0, yuan: '0.00' } },
      },
      customers: [{ customerId, customerName: '甲', owner: '王老板', tier: null, overdueDays: 15 }],
    });
  });
});

describe('npm run answers -- statement', () => {
  it('gives the lines of a customer named by id or by the whole name', () => {
    const id = aCustomer('甲', exampleLedger());
    const period = ['--from', '2026-04-01', '--to', '2026-05-31'];
    const statement = answered('statement', file, '甲', ...period);
    expect(statement).toMatchObject({
      customerId: id,
      opening: { fen: 100_000, yuan: '1000.00' },
      rows: [{ kind: 'receivable' }, { change: { fen: -70_000, yuan: '-700.00' } }, { balance: { yuan: '400.00' } }],
      closing: { fen: 40_000, yuan: '400.00' },
    });
    expect(answered('statement', file, id, ...period)).toEqual(statement);
  });

  it('asks for an id where two have the name', () => {
    const ids = [aCustomer('甲'), aCustomer('甲')].sort();
    const said = refused('statement', file, '甲', '--from', '2026-04-01', '--to', '2026-05-31');
    expect(said).toBe(`2 customers are called 甲; give an id:\n${ids.join('\n')}`);
  });
});

describe('npm run answers', () => {
  it('leaves the book and its folder as they are, while Keben has it open', () => {
    aCustomer('甲', exampleLedger());
    const traces = () =>
      readdirSync(folder.path('')).map((name) => [name, readFileSync(folder.path(name)).toString('hex')]);
    const before = traces();
    answered('aging', file, '--as-of', '2026-04-15');
    expect(traces()).toEqual(before);
  });

  it.each([
    ['no question', [], /npm run answers -- aging BOOK/],
    ['an unknown question', ['weather', 'x'], /npm run answers -- aging BOOK/],
    ['no book', ['aging', '--as-of', '2026-04-15'], /npm run answers -- aging BOOK/],
    ['no day', ['aging', 'BOOK'], /--as-of is missing/],
    ['a day that does not exist', ['aging', 'BOOK', '--as-of', '2026-02-30'], /--as-of 2026-02-30: not a day/],
    ['an unknown option', ['aging', 'BOOK', '--when', '2026-02-03'], /--when/],
    ['one word too many', ['aging', 'BOOK', 'x', '--as-of', '2026-02-03'], /npm run answers -- aging BOOK/],
    ['no file', ['aging', '/nowhere/x.keben', '--as-of', '2026-04-15'], /there is no such file/],
    ['a file that is no book', ['aging', 'TEXT', '--as-of', '2026-04-15'], /cannot be read \(damaged, not_sqlite\)/],
    ['nobody', ['statement', 'BOOK', '乙', '--from', '2026-04-01', '--to', '2026-04-02'], /no customer has/],
    [
      'a turned period',
      ['statement', 'BOOK', '乙', '--from', '2026-04-02', '--to', '2026-04-01'],
      /ends on 2026-04-01/,
    ],
  ])('says what is wrong with %s', (_what, words, sentence) => {
    const text = folder.path('text.keben');
    writeFileSync(text, 'no book, but longer than the header of one: '.repeat(5));
    const files: Readonly<Record<string, string>> = { BOOK: file, TEXT: text };
    expect(refused(...words.map((word) => files[word] ?? word))).toMatch(sentence);
  });
});
