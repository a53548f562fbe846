import { describe, expect, it } from 'vitest';
import type { Id } from '../../src-shared/core/id.ts';
import { newId } from '../../src-shared/core/id.ts';
import { brokenLaws } from '../../src-shared/receivables/ledger-laws.ts';
import { contentHash } from '../content-hash.ts';
import { type WriteDb, writeBatch } from '../journal.ts';
import { readLedger } from '../queries/money/read-ledger.ts';
import { customers } from '../schema/customers.ts';
import { allocations, receivables, settlementSources } from '../schema/money.ts';
import { salesOrderLines, salesOrders } from '../schema/orders.ts';
import { dayOf, openTestBook, type TestBook } from '../testing/open-test-book.ts';
import { undoBatch } from '../undo.ts';

const on = dayOf('2026-03-01');

function edit(test: TestBook, work: (db: WriteDb) => void): Id {
  return writeBatch(test.book, { source: 'edit', userId: test.ownerId, now: test.now }, work).batchId;
}

function undo(test: TestBook, batchId: Id) {
  const outcome = undoBatch(test.book, { batchId, userId: test.ownerId, now: test.now });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

function anOrder(db: WriteDb, customerId: Id, parts: number): { readonly orderId: Id; readonly owed: readonly Id[] } {
  const orderId = newId();
  const terms = { creditKind: 'days', creditDays: 30 } as const;
  db.insert(salesOrders, { id: orderId, customerId, orderNo: 'XS-1', issuedOn: on, ...terms });
  const figures = { unitPriceE4: 1_000_000, quantityE3: 1_000 * parts, discountBp: 0, amountFen: 10_000 * parts };
  db.insert(salesOrderLines, { id: newId(), customerId, orderId, position: 0, title: '合页', ...figures });
  const owed = Array.from({ length: parts }, (_, part) => {
    const id = newId();
    const row = { id, customerId, orderId, installmentNo: part + 1, issuedOn: on, dueOn: on, amountFen: 10_000 };
    db.insert(receivables, row);
    return id;
  });
  return { orderId, owed };
}

function aPayment(db: WriteDb, customerId: Id, settles: readonly (readonly [Id, number])[], amountFen: number): Id {
  const sourceId = newId();
  db.insert(settlementSources, { id: sourceId, customerId, kind: 'payment', method: 'cash', onDay: on, amountFen });
  for (const [receivableId, part] of settles) {
    db.insert(allocations, { id: newId(), customerId, sourceId, receivableId, amountFen: part, effectiveOn: on });
  }
  return sourceId;
}

describe('undo of money', () => {
  it('leaves an order whole when one of its instalments was paid since: line, debts and all', () => {
    const test = openTestBook();
    const customerId = test.aCustomer();
    let owed: readonly Id[] = [];
    const batch = edit(test, (db) => {
      owed = anOrder(db, customerId, 3).owed;
    });
    edit(test, (db) => void aPayment(db, customerId, [[owed[1] ?? '', 10_000]], 10_000));
    const before = contentHash(test.book);
    const { rowsUndone, conflicts } = undo(test, batch);
    expect(rowsUndone).toBe(0);
    expect(conflicts.map(({ entity }) => entity).sort()).toEqual([
      'receivables',
      'receivables',
      'receivables',
      'sales_order_lines',
      'sales_orders',
    ]);
    expect(conflicts.every(({ reason }) => reason === 'row_in_use')).toBe(true);
    expect(contentHash(test.book)).toBe(before);
  });

  it('leaves a payment with what it settled when its prepayment was used since', () => {
    const test = openTestBook();
    const customerId = test.aCustomer();
    let first: readonly Id[] = [];
    edit(test, (db) => {
      first = anOrder(db, customerId, 2).owed;
    });
    let sourceId = '';
    const batch = edit(test, (db) => {
      sourceId = aPayment(db, customerId, [[first[0] ?? '', 10_000]], 15_000);
    });
    const part = { customerId, sourceId, receivableId: first[1] ?? '', amountFen: 5_000, effectiveOn: on };
    edit(test, (db) => db.insert(allocations, { id: newId(), ...part }));
    const before = contentHash(test.book);
    expect(undo(test, batch).rowsUndone).toBe(0);
    expect(contentHash(test.book)).toBe(before);
  });

  it('takes back the other payments of an import and leaves the one in use', () => {
    const test = openTestBook();
    const [one, two] = [test.aCustomer(), test.aCustomer()];
    let used = '';
    const batch = edit(test, (db) => {
      used = aPayment(db, one, [], 500);
      aPayment(db, two, [], 700);
    });
    edit(test, (db) => {
      const [owed = ''] = anOrder(db, one, 1).owed;
      const part = { customerId: one, sourceId: used, receivableId: owed, amountFen: 500, effectiveOn: on };
      db.insert(allocations, { id: newId(), ...part });
    });
    expect(undo(test, batch)).toMatchObject({
      rowsUndone: 1,
      conflicts: [{ entity: 'settlement_sources', entityId: used, reason: 'row_in_use' }],
    });
  });

  it('refuses to bring back what a receivable no longer has room for', () => {
    const test = openTestBook();
    const customerId = test.aCustomer();
    let [owed, ended] = ['', ''];
    edit(test, (db) => {
      owed = anOrder(db, customerId, 1).owed[0] ?? '';
      aPayment(db, customerId, [[owed, 10_000]], 10_000);
      ended = db.sqlite.prepare<[], Id>('SELECT id FROM allocations').pluck().get() ?? '';
    });
    const release = edit(test, (db) => void db.update(allocations, ended, { endedOn: on }));
    edit(test, (db) => void aPayment(db, customerId, [[owed, 10_000]], 10_000));
    const { rowsUndone, conflicts } = undo(test, release);
    expect(rowsUndone).toBe(0);
    expect(conflicts).toMatchObject([{ entity: 'allocations', reason: 'breaks_rule', rule: 'breaks_ledger' }]);
    expect(brokenLaws(readLedger(test.book, customerId))).toEqual([]);
  });

  it('puts no customer with money into the bin, and no money to a customer in the bin', () => {
    const test = openTestBook();
    const customerId = test.aCustomer();
    const binned = edit(test, (db) => void db.update(customers, customerId, { deletedAt: test.now }));
    const restored = undo(test, binned).batchId ?? '';
    const paid = edit(test, (db) => void aPayment(db, customerId, [], 500));
    expect(undo(test, restored)).toMatchObject({ rowsUndone: 0, conflicts: [{ rule: 'has_money' }] });
    const unpaid = undo(test, paid).batchId ?? '';
    edit(test, (db) => void db.update(customers, customerId, { deletedAt: test.now }));
    expect(undo(test, unpaid)).toMatchObject({ rowsUndone: 0, conflicts: [{ rule: 'in_bin' }] });
  });

  it('takes back a customer that came with money, and redo brings both', () => {
    const test = openTestBook();
    const before = contentHash(test.book);
    const customerId = newId();
    const batch = edit(test, (db) => {
      db.insert(customers, { id: customerId, name: '新客户' });
      const { owed } = anOrder(db, customerId, 2);
      aPayment(db, customerId, [[owed[0] ?? '', 10_000]], 12_000);
    });
    const after = contentHash(test.book);
    const taken = undo(test, batch);
    expect(taken.conflicts).toEqual([]);
    expect(contentHash(test.book)).toBe(before);
    undo(test, taken.batchId ?? '');
    expect(contentHash(test.book)).toBe(after);
  });
});
