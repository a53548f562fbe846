import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromDayNumber } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { AppDb } from '../connection.ts';
import { type WriteDb, writeBatch } from '../journal.ts';
import { customers } from '../schema/customers.ts';
import { allocations, receivables, settlementSources } from '../schema/money.ts';
import { salesOrderLines, salesOrders } from '../schema/orders.ts';
import { at, openTestBook } from '../testing/open-test-book.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { checkAfterKill } from './check-after-kill.ts';
import { runSoak } from './run-soak.ts';
import type { SoakAction, SoakImport } from './soak-events.ts';
import { SoakLedger } from './soak-ledger.ts';
import { type ImportedDebt, writeImport, writeImportedPayments } from './write-import.ts';

const files = temporaryFolder();
const now = at('2026-03-06T04:00:00.000Z');

function write(book: AppDb, work: (db: WriteDb) => void): void {
  writeBatch(book, { source: 'edit', userId: null, now }, work);
}

/** A ledger that heard these actions begin, and end unless they are `unfinished`. */
function ledgerOf(actions: readonly SoakAction[], unfinished: readonly SoakAction[] = []): SoakLedger {
  const ledger = new SoakLedger();
  for (const [index, action] of [...actions, ...unfinished].entries()) {
    ledger.hear({ event: 'begin', step: index, action });
    if (index < actions.length) ledger.hear({ event: 'done', step: index });
  }
  return ledger;
}

function check(book: AppDb, ledger: SoakLedger): readonly string[] {
  return checkAfterKill(book, ledger, files.path('备份'));
}

describe('checkAfterKill', () => {
  const row = { id: 'c1', name: '华成' };
  const create = { kind: 'create', ...row } as const;
  const imported = { kind: 'import', target: 'customers', mark: 'import-1', rows: 3 } as const;
  const importRows = (book: AppDb, count: number) =>
    write(book, (db) => {
      for (let row = 0; row < count; row += 1)
        db.insert(customers, { id: `r${row}`, name: '客户', source: 'import-1' });
    });

  it('finds nothing in a book that kept its word', () => {
    const { book } = openTestBook();
    write(book, (db) => db.insert(customers, row));
    importRows(book, 3);
    expect(check(book, ledgerOf([create, imported]))).toEqual([]);
  });

  it('finds an acknowledged customer lost, and an acknowledged name', () => {
    const { book } = openTestBook();
    expect(check(book, ledgerOf([create]))).toEqual(['customer c1 should be called 华成 and is gone']);
    write(book, (db) => db.insert(customers, row));
    const renamed = ledgerOf([create, { kind: 'rename', id: 'c1', name: '东方' }]);
    expect(check(book, renamed)).toEqual(['customer c1 should be called 东方 and is 华成']);
  });

  it('takes a write that was begun and never acknowledged as it is: there or not', () => {
    const { book } = openTestBook();
    const ledger = ledgerOf([], [create]);
    expect(check(book, ledger)).toEqual([]);
    write(book, (db) => db.insert(customers, row));
    expect(check(book, ledgerOf([], [create]))).toEqual([]);
  });

  it.each([
    ['acknowledged', [imported], []],
    ['begun', [], [imported]],
    ['announced by nobody', [], []],
  ])('finds half an import that was %s', (_what, done, unfinished) => {
    const { book } = openTestBook();
    importRows(book, 2);
    expect(check(book, ledgerOf(done, unfinished))).toHaveLength(1);
  });

  it('finds an import half taken back', () => {
    const { book } = openTestBook();
    importRows(book, 3);
    write(book, (db) => db.update(customers, 'r1', { deletedAt: now }));
    expect(check(book, ledgerOf([imported], [{ kind: 'undo', mark: 'import-1' }]))).toHaveLength(1);
  });

  describe('of imported money', () => {
    const on = fromDayNumber(20_513);
    const importOf = (target: SoakImport['target'], mark = 'import-1') =>
      ({ kind: 'import', target, mark, rows: 3 }) as const;
    const bring = (book: AppDb, target: SoakImport['target']) => {
      let debts: readonly ImportedDebt[] = [];
      write(book, (db) => {
        debts = writeImport(db, importOf(target), on);
      });
      return debts;
    };
    const idsIn = (book: AppDb, table: string) => book.sqlite.prepare<[], Id>(`SELECT id FROM ${table}`).pluck().all();
    const tables = { customers, receivables, sales_orders: salesOrders, sales_order_lines: salesOrderLines };
    const binAll = (book: AppDb, ...names: readonly (keyof typeof tables)[]) =>
      write(book, (db) => {
        for (const name of names) for (const id of idsIn(book, name)) db.update(tables[name], id, { deletedAt: now });
      });

    it.each(['openings', 'orders'] as const)('finds nothing where %s and their payments are there whole', (target) => {
      const { book } = openTestBook();
      const debts = bring(book, target);
      write(book, (db) => writeImportedPayments(db, 'import-2', debts, on));
      expect(check(book, ledgerOf([importOf(target), importOf('payments', 'import-2')]))).toEqual([]);
    });

    it.each([
      ['an opening debt', 'openings', 'receivables', 'import-1: 3 receivables, found 2 and 1 in the bin'],
      ['a line of an order', 'orders', 'sales_order_lines', 'import-1: 3 orders, found 2 and 0 in the bin'],
      ['what an order owes', 'orders', 'receivables', 'import-1: 3 orders, found 2 and 0 in the bin'],
    ] as const)('finds %s missing', (_what, target, table, sentence) => {
      const { book } = openTestBook();
      bring(book, target);
      const [id = ''] = idsIn(book, table);
      write(book, (db) => db.update(tables[table], id, { deletedAt: now }));
      expect(check(book, ledgerOf([importOf(target)]))).toContain(sentence);
    });

    it('finds a payment that settles nothing any more, and payments that nobody announced', () => {
      const { book } = openTestBook();
      const debts = bring(book, 'openings');
      write(book, (db) => writeImportedPayments(db, 'import-2', debts, on));
      expect(check(book, ledgerOf([importOf('openings')]))).toEqual(['import-2: half an import, 3 payments']);
      const [id = ''] = idsIn(book, 'allocations');
      write(book, (db) => db.remove(allocations, id));
      expect(check(book, ledgerOf([importOf('openings'), importOf('payments', 'import-2')]))).toEqual([
        'import-2: 3 payments, found 2 and 0 in the bin',
      ]);
    });

    it('takes orders that went to the bin whole for taken back, and finds those that went without their debts', () => {
      const { book } = openTestBook();
      bring(book, 'orders');
      const undo = { kind: 'undo', mark: 'import-1' } as const;
      binAll(book, 'customers', 'sales_orders');
      expect(check(book, ledgerOf([importOf('orders'), undo]))).toEqual([
        'import-1: 3 orders taken back, found 0 and 0 in the bin',
      ]);
      binAll(book, 'receivables', 'sales_order_lines');
      expect(check(book, ledgerOf([importOf('orders'), undo]))).toEqual([]);
      // Begun and never acknowledged: as the book has it.
      expect(check(book, ledgerOf([importOf('orders')], [undo]))).toEqual([]);
    });
  });

  describe('of money', () => {
    const on = fromDayNumber(20_513);
    const order = { kind: 'order', id: 'o1', customerId: 'c1', parts: 2 } as const;
    const payment = { kind: 'payment', id: 'p1', customerId: 'c1', parts: 1 } as const;
    const anOrder = (db: WriteDb, instalments: number) => {
      db.insert(customers, row);
      const terms = { creditKind: 'days', creditDays: 30 } as const;
      db.insert(salesOrders, { id: 'o1', customerId: 'c1', orderNo: 'XS-1', issuedOn: on, ...terms });
      const figures = { unitPriceE4: 1_000_000, quantityE3: 2_000, discountBp: 0, amountFen: 20_000 };
      db.insert(salesOrderLines, { id: 'l1', customerId: 'c1', orderId: 'o1', position: 0, title: '合页', ...figures });
      for (let part = 1; part <= instalments; part += 1) {
        const owed = { orderId: 'o1', installmentNo: part, issuedOn: on, dueOn: on, amountFen: 10_000 };
        db.insert(receivables, { id: `r${part}`, customerId: 'c1', ...owed });
      }
    };
    const aPayment = (db: WriteDb, amountFen: number, settled: number | null) => {
      const source = { kind: 'payment', method: 'cash', onDay: on, amountFen } as const;
      db.insert(settlementSources, { id: 'p1', customerId: 'c1', ...source });
      const part = { customerId: 'c1', sourceId: 'p1', receivableId: 'r1', effectiveOn: on };
      if (settled !== null) db.insert(allocations, { id: 'a1', ...part, amountFen: settled });
    };

    it('finds nothing where an order and its payment are there whole', () => {
      const { book } = openTestBook();
      write(book, (db) => anOrder(db, 2));
      write(book, (db) => aPayment(db, 8_000, 8_000));
      expect(check(book, ledgerOf([order, payment]))).toEqual([]);
    });

    it('finds an acknowledged payment lost, and one that settles nothing any more', () => {
      const { book } = openTestBook();
      write(book, (db) => anOrder(db, 2));
      expect(check(book, ledgerOf([order, payment]))).toEqual(['payment p1 should have 1 parts and is gone']);
      write(book, (db) => aPayment(db, 8_000, null));
      expect(check(book, ledgerOf([order, payment]))).toEqual(['payment p1 should have 1 parts and has 0']);
    });

    it.each([
      ['acknowledged', [order], []],
      ['begun', [], [order]],
    ])('finds half an order that was %s', (_what, done, unfinished) => {
      const { book } = openTestBook();
      write(book, (db) => anOrder(db, 1));
      expect(check(book, ledgerOf(done, unfinished))).toContain('order o1 is not owed for what it is');
    });

    it('finds a payment that settles more than came in', () => {
      const { book } = openTestBook();
      write(book, (db) => anOrder(db, 2));
      write(book, (db) => aPayment(db, 8_000, 9_000));
      expect(check(book, ledgerOf([order, payment]))).toEqual(['customer c1: source_overdrawn']);
    });
  });

  it('finds a backup that was acknowledged and is gone, and one that is no backup', () => {
    const { book } = openTestBook();
    const ledger = ledgerOf([]);
    ledger.backups.add('keben-1.keben');
    expect(check(book, ledger)).toEqual(['the acknowledged backup keben-1.keben is gone']);
    writeFileSync(files.path('x.keben'), 'no book');
    expect(checkAfterKill(book, ledgerOf([]), files.path('.'))).toContain('x.keben is damaged');
  });
});

describe('the store', () => {
  it('loses no acknowledged write and leaves no half import when it is killed 20 times at random moments', async () => {
    const report = await runSoak({ kills: 20, longestLifeInWrites: 30, killsPerBook: 10, lanes: 2 });
    expect(report.problems).toEqual([]);
    // Most of the lives wrote something, and most of them did not end well.
    expect(report.acknowledged).toBeGreaterThan(20);
    expect(report.uncleanOpens).toBeGreaterThan(5);
    const during = [...report.killedDuring].filter(([kind]) => kind !== 'nothing');
    expect(during.length).toBeGreaterThan(1);
  }, 240_000);
});
