import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { instantToMs } from '../../src-shared/core/instant.ts';
import { type AppDb, writerOf } from '../connection.ts';
import { type WriteDb, writeBatch } from '../journal.ts';
import { salesOrderLines, salesOrders } from '../schema/orders.ts';
import { makeBookFile, openBookFile } from '../testing/book-file.ts';
import { buildersFor } from '../testing/builders.ts';
import { writeOlderBook } from '../testing/older-book.ts';
import { at, dayOf, openTestBook } from '../testing/open-test-book.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { undoBatch } from '../undo.ts';
import { rebuildDerived } from './refresh.ts';

const now = at('2026-03-05T09:00:00.000Z');
const id = () => newId(instantToMs(now));
const folder = temporaryFolder();

function sums(book: AppDb): readonly Record<string, unknown>[] {
  return book.sqlite.prepare<[], Record<string, unknown>>('SELECT * FROM order_sums ORDER BY order_id').all();
}

interface Line {
  readonly fen: number;
  /** 1/10,000 yuan; null: not known. */
  readonly costE4: number | null;
  readonly quantityE3?: number;
}

function insertOrder(db: WriteDb, customerId: Id, on: string, lines: readonly Line[]): Id {
  const orderId = id();
  const terms = { creditKind: 'days', creditDays: 30 } as const;
  db.insert(salesOrders, { id: orderId, customerId, orderNo: orderId, issuedOn: dayOf(on), ...terms });
  lines.forEach((line, position) => {
    insertLine(db, customerId, orderId, position, line);
  });
  return orderId;
}

function insertLine(db: WriteDb, customerId: Id, orderId: Id, position: number, line: Line): Id {
  const lineId = id();
  db.insert(salesOrderLines, {
    ...{ id: lineId, customerId, orderId, position, title: '货', unitPriceE4: line.fen * 100, discountBp: 0 },
    ...{ quantityE3: line.quantityE3 ?? 1_000, amountFen: line.fen, costE4: line.costE4 },
  });
  return lineId;
}

describe('order_sums', () => {
  it('says what each order came to, what its goods cost, and how much was sold without a known cost', () => {
    const { book, ownerId, aCustomer } = openTestBook({ now });
    const customerId = aCustomer();
    // 1.5 × ¥0.0333 = 4.995 fen: rounded once for the line. The third line's cost is not known.
    const lines = [
      { fen: 10_000, costE4: 60_000 },
      { fen: 10, costE4: 333, quantityE3: 1_500 },
      { fen: 2_500, costE4: null },
    ];
    writeBatch(book, { source: 'edit', userId: ownerId, now }, (db) =>
      insertOrder(db, customerId, '2026-03-01', lines),
    );
    expect(sums(book)).toEqual([
      expect.objectContaining({
        issued_day: dayNumber(dayOf('2026-03-01')),
        voided_day: null,
        sales_fen: 12_510,
        cost_fen: 605,
        uncosted_fen: 2_500,
      }),
    ]);
  });

  it('follows a line that came or went, another day, a void, and the undo of each', () => {
    const { book, ownerId, aCustomer } = openTestBook({ now });
    const customerId = aCustomer();
    const edit = (work: (db: WriteDb) => void) => writeBatch(book, { source: 'edit', userId: ownerId, now }, work);
    const line = { fen: 1_000, costE4: null };
    const made = edit((db) => void insertOrder(db, customerId, '2026-03-01', [line]));
    const [{ order_id: orderId } = {}] = sums(book);
    if (typeof orderId !== 'string') throw new Error('no sum');
    const states = [sums(book)];
    const edits = [
      edit((db) => void insertLine(db, customerId, orderId, 1, line)),
      edit((db) => void db.update(salesOrders, orderId, { issuedOn: dayOf('2026-02-01') })),
      edit((db) => void db.update(salesOrders, orderId, { voidedOn: dayOf('2026-03-05') })),
    ].map((done) => {
      states.push(sums(book));
      return done.batchId;
    });
    expect(sums(book)).toMatchObject([
      { sales_fen: 2_000, issued_day: dayNumber(dayOf('2026-02-01')), voided_day: dayNumber(dayOf('2026-03-05')) },
    ]);
    for (const batchId of [...edits].reverse()) {
      const undone = undoBatch(book, { batchId, userId: ownerId, now });
      expect(undone).toMatchObject({ ok: true });
    }
    expect(sums(book)).toEqual(states[0]);
    undoBatch(book, { batchId: made.batchId, userId: ownerId, now });
    expect(sums(book)).toEqual([]);
  });

  it('is there in a book from before it, as rebuilding would make it', () => {
    const [path, older] = [folder.path('book.keben'), folder.path('older.keben')];
    const { book, ownerId } = makeBookFile(path);
    const build = buildersFor(book, ownerId, now);
    const [first, second] = [build.aCustomer(), build.aCustomer()];
    writeBatch(book, { source: 'edit', userId: ownerId, now }, (db) => {
      insertOrder(db, second, '2026-01-05', [
        { fen: 700, costE4: 333 },
        { fen: 50, costE4: null },
      ]);
      insertOrder(db, first, '2024-02-29', []);
      const voided = insertOrder(db, first, '2026-02-01', [{ fen: 900, costE4: 100 }]);
      db.update(salesOrders, voided, { voidedOn: dayOf('2026-03-01') });
    });
    book.close();
    writeOlderBook(path, older, 4);
    const opened = openBookFile(older);
    expect(opened.migratedFrom).toBe(4);
    const filled = sums(opened.book);
    expect(filled.map(({ sales_fen }) => sales_fen).sort()).toEqual([0, 750, 900]);
    rebuildDerived(writerOf(opened.book).sqlite, now);
    expect(sums(opened.book)).toEqual(filled);
    opened.book.close();
  });
});
