import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { instantAt, instantToMs } from '../../src-shared/core/instant.ts';
import type { AppDb } from '../connection.ts';
import { type WriteDb, writeBatch } from '../journal.ts';
import { valuesOf } from '../prepared.ts';
import { allocations, receivables, settlementSources } from '../schema/money.ts';
import { products, salesOrderLines, salesOrders } from '../schema/orders.ts';
import { bringWarningsToDay } from '../search/bring-warnings-to-day.ts';
import { hardwareProducts } from './hardware.ts';
import { debtsPerCustomer, moneyLife, type SeedDebt, type SeedOrder } from './money-life.ts';
import { Random } from './random.ts';
import { seedTimeZone } from './seed-book.ts';

export interface SeedMoneyOptions {
  readonly seed: number;
  readonly today: CalendarDate;
  readonly ownerId: Id;
  readonly receivables: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Debts written in one batch: enough that its commit costs little, few enough that its rows stay in memory. */
const debtsPerBatch = 25_000;

/** Gives the customers of a seeded book orders, what is owed for them and what came in. */
export function seedMoney(book: AppDb, options: SeedMoneyOptions): void {
  const { seed, today, ownerId } = options;
  const ids = valuesOf<Id>(book.sqlite, 'SELECT id FROM customers WHERE deleted_at IS NULL ORDER BY id').all();
  const debts = debtsPerCustomer(seed, ids.length, options.receivables);
  const now = instantAt(today, '07:30', seedTimeZone);
  const writer: Writer = { random: new Random(seed, -4), ms: instantToMs(now) - dayMs, products: [], orderNo: 0 };
  writeBatch(book, { source: 'import', userId: ownerId, now }, (db) => writeProducts(db, writer));
  let done = 0;
  for (let next = 0; next < ids.length; ) {
    writeBatch(book, { source: 'import', userId: ownerId, now }, (db) => {
      for (let written = 0; next < ids.length && written < debtsPerBatch; next += 1) {
        const count = debts[next] ?? 0;
        const customerId = ids[next];
        if (customerId === undefined || count === 0) continue;
        for (const order of moneyLife(seed, next, count, today).orders) writeOrder(db, writer, customerId, order);
        written += count;
        done += count;
      }
    });
    options.onProgress?.(done, options.receivables);
  }
  bringWarningsToDay(book, today);
}

/** Ids begin this long before they are written, so that those of millions of rows end before now. */
const dayMs = 86_400_000;

interface Writer {
  readonly random: Random;
  /** Of the last id: a row made later has a later one, as in life; else neighbours would lie all over their indexes. */
  ms: number;
  readonly products: Id[];
  orderNo: number;
}

function writeProducts(db: WriteDb, writer: Writer): void {
  for (const product of hardwareProducts) {
    const id = nextId(writer);
    db.insert(products, { id, ...product });
    writer.products.push(id);
  }
}

function writeOrder(db: WriteDb, writer: Writer, customerId: Id, order: SeedOrder): void {
  const { issuedOn, creditDays } = order;
  const orderId = nextId(writer);
  writer.orderNo += 1;
  const orderNo = `XS${issuedOn.slice(2).replaceAll('-', '')}-${String(writer.orderNo).padStart(7, '0')}`;
  db.insert(salesOrders, { id: orderId, customerId, orderNo, issuedOn, creditKind: 'days', creditDays });
  for (const [position, { product, ...figures }] of order.lines.entries()) {
    const { name, unit, costE4 } = hardwareProducts[product] ?? { name: '杂项', unit: '件', costE4: null };
    const line = { orderId, customerId, position, productId: writer.products[product] ?? null, title: name };
    db.insert(salesOrderLines, { id: nextId(writer), ...line, unit, costE4, ...figures });
  }
  for (const [place, debt] of order.debts.entries()) {
    const receivableId = nextId(writer);
    const owed = { id: receivableId, customerId, orderId, installmentNo: place + 1, issuedOn, dueOn: debt.dueOn };
    const disputeReason = debt.isDisputed ? '数量有出入' : null;
    db.insert(receivables, { ...owed, amountFen: debt.amountFen, disputeReason });
    writePayments(db, writer, { customerId, receivableId }, debt);
  }
}

function writePayments(
  db: WriteDb,
  writer: Writer,
  whose: { readonly customerId: Id; readonly receivableId: Id },
  { payments }: SeedDebt,
): void {
  for (const { on, amountFen, settlesFen, method, billDueOn } of payments) {
    const sourceId = nextId(writer);
    const { customerId } = whose;
    const paid = { id: sourceId, customerId, kind: 'payment', onDay: on, amountFen, method, billDueOn } as const;
    db.insert(settlementSources, paid);
    db.insert(allocations, { id: nextId(writer), ...whose, sourceId, amountFen: settlesFen, effectiveOn: on });
  }
}

function nextId(writer: Writer): Id {
  writer.ms += 1;
  return writer.random.id(writer.ms);
}
