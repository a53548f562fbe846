import { addDays, addMonths, type CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { instantAt, instantToMs } from '../../src-shared/core/instant.ts';
import { type Fen, fen } from '../../src-shared/core/money.ts';
import { lineAmount } from '../../src-shared/orders/order-line.ts';
import { instalmentsOf } from '../../src-shared/receivables/credit-terms.ts';
import type { WriteDb } from '../journal.ts';
import { rowsOf } from '../prepared.ts';
import { allocations, paymentPromises, receivables, returnLines, settlementSources } from '../schema/money.ts';
import { products, salesOrderLines, salesOrders } from '../schema/orders.ts';
import { hardwareProducts } from './hardware.ts';
import type { Random } from './random.ts';
import { type SampleOrder, sampleDeposits, sampleOpenings, sampleOrders, samplePromises } from './sample-orders.ts';
import { samplePastOrders } from './sample-past-orders.ts';
import { seedTimeZone } from './seed-book.ts';

/** What the money of the sample book is written into. */
export interface SampleMoneyWorld {
  readonly random: Random;
  readonly ownerId: Id;
  /** By short name. */
  readonly customerOf: (shortName: string) => { readonly id: Id; readonly ownerId: Id };
  /** The workday so many days before today, or the last one before it. */
  readonly dayBefore: (daysAgo: number) => CalendarDate;
}

export interface SampleMoneyAction {
  readonly ms: number;
  readonly userId: Id;
  readonly write: (db: WriteDb) => void;
}

/** Products, balances from before, orders, payments, a return and promises, each as it would have been typed that day. */
export function sampleMoneyActions(world: SampleMoneyWorld, startMs: number): readonly SampleMoneyAction[] {
  const { random, ownerId } = world;
  const productIds = new Map(hardwareProducts.map(({ code }) => [code, random.id(startMs)]));
  const actions: SampleMoneyAction[] = [];
  const typed = (daysAgo: number, time: string, userId: Id, write: (db: WriteDb) => void): void => {
    const ms = instantToMs(instantAt(world.dayBefore(daysAgo), time, seedTimeZone)) + actions.length * 1_000;
    actions.push({ ms, userId, write });
  };
  actions.push({ ms: startMs + 7_200_000, userId: ownerId, write: (db) => writeOpenings(db, world, productIds) });
  actions.push({ ms: startMs + 7_260_000, userId: ownerId, write: (db) => writePast(db, world, productIds) });
  for (const order of sampleOrders) {
    const { id: customerId, ownerId: userId } = world.customerOf(order.customer);
    const ids = { customerId, orderId: random.id(startMs), productIds };
    typed(order.daysAgo, '15:10', userId, (db) => writeOrder(db, world, ids, order));
    for (const [daysAgo, method, percent] of order.paid ?? []) {
      const on = world.dayBefore(daysAgo);
      const billDueOn = method === 'acceptance_bill' ? addMonths(on, 6) : null;
      const paid = { kind: 'payment', method, onDay: on, billDueOn, billNo: billDueOn && '1308 4020 2611' } as const;
      typed(daysAgo, '16:20', ownerId, (db) => settle(db, world, ids, paid, (sum) => percent && (sum * percent) / 100));
    }
    const { returned } = order;
    if (returned) typed(returned[0], '16:40', userId, (db) => takeBack(db, world, ids, returned));
  }
  for (const [name, daysAgo, yuan] of sampleDeposits) {
    typed(daysAgo, '11:30', ownerId, (db) => receiveAlone(db, world, name, world.dayBefore(daysAgo), fen(yuan * 100)));
  }
  for (const [name, saidDaysAgo, inDays, yuan, outcome] of samplePromises) {
    const { id: customerId, ownerId: takenById } = world.customerOf(name);
    const promisedOn = addDays(world.dayBefore(0), inDays);
    const ended = outcome === 'broken' ? { outcome, outcomeOn: promisedOn, outcomeNote: '没有到账，再打电话' } : {};
    typed(saidDaysAgo, '10:30', takenById, (db) =>
      db.insert(paymentPromises, {
        id: random.id(instantToMs(db.info.now)),
        customerId,
        takenById,
        promisedOn,
        amountFen: yuan === null ? null : fen(yuan * 100),
        ...ended,
      }),
    );
  }
  return actions;
}

interface OrderIds {
  readonly customerId: Id;
  readonly orderId: Id;
  readonly productIds: ReadonlyMap<string, Id>;
}

function writeOpenings(
  db: WriteDb,
  { random, customerOf, dayBefore }: SampleMoneyWorld,
  ids: OrderIds['productIds'],
): void {
  const ms = instantToMs(db.info.now);
  for (const product of hardwareProducts)
    db.insert(products, { id: ids.get(product.code) ?? random.id(ms), ...product });
  for (const [name, daysAgo, creditDays, yuan, reference] of sampleOpenings) {
    const issuedOn = dayBefore(daysAgo);
    db.insert(receivables, {
      id: random.id(ms),
      customerId: customerOf(name).id,
      installmentNo: 1,
      issuedOn,
      dueOn: addDays(issuedOn, creditDays),
      amountFen: yuan * 100,
      reference,
      note: '启用前的欠款',
    });
  }
}

const pastCreditDays = 30;

/** The orders of the old books and what was paid for them, on the day it was due. */
function writePast(db: WriteDb, world: SampleMoneyWorld, productIds: OrderIds['productIds']): void {
  const ms = instantToMs(db.info.now);
  for (const { customer, daysAgo, code, quantity } of samplePastOrders) {
    const ids = { customerId: world.customerOf(customer).id, orderId: world.random.id(ms), productIds };
    writeOrder(db, world, ids, { customer, daysAgo, creditDays: pastCreditDays, lines: [[code, quantity]] });
    const onDay = world.dayBefore(daysAgo - pastCreditDays);
    settle(db, world, ids, { kind: 'payment', method: 'transfer', onDay, billDueOn: null, billNo: null }, () => null);
  }
}

function productOf(code: string) {
  const product = hardwareProducts.find((each) => each.code === code);
  if (!product) throw new Error(`the sample sells ${code}, which is no product`);
  return product;
}

function lineOf(code: string, quantity: number, ids: OrderIds) {
  const { name, unit, unitPriceE4, costE4 } = productOf(code);
  const figures = { unitPriceE4, quantityE3: quantity * 1_000, discountBp: 0 };
  const { customerId, productIds } = ids;
  const product = { productId: productIds.get(code) ?? null, title: name, unit, costE4 };
  return { customerId, ...product, ...figures, amountFen: lineAmount(figures) };
}

function writeOrder(db: WriteDb, { random, dayBefore }: SampleMoneyWorld, ids: OrderIds, order: SampleOrder): void {
  const ms = instantToMs(db.info.now);
  const { customerId, orderId } = ids;
  const { creditDays, dispute } = order;
  const issuedOn = dayBefore(order.daysAgo);
  const count = rowsOf<{ n: number }>(db.sqlite, 'SELECT count(*) AS n FROM sales_orders WHERE issued_on = ?').get(
    issuedOn,
  );
  const orderNo = `XS${issuedOn.slice(2).replaceAll('-', '')}-${String((count?.n ?? 0) + 1).padStart(2, '0')}`;
  const sold = { id: orderId, customerId, orderNo, issuedOn, creditKind: 'days', creditDays } as const;
  db.insert(salesOrders, { ...sold, salespersonId: db.info.userId });
  const lines = order.lines.map(([code, quantity]) => lineOf(code, quantity, ids));
  for (const [position, line] of lines.entries()) {
    db.insert(salesOrderLines, { id: random.id(ms), orderId, position, ...line });
  }
  const amountFen = fen(lines.reduce((sum, line) => sum + line.amountFen, 0));
  const count30 = order.parts ?? 1;
  const rule = { firstDueOn: addDays(issuedOn, creditDays), count: count30, firstShareBp: count30 > 1 ? 3_000 : null };
  for (const part of instalmentsOf(amountFen, rule) ?? []) {
    const owed = { id: random.id(ms), customerId, orderId, issuedOn, disputeReason: dispute ?? null };
    db.insert(receivables, { ...owed, ...part });
  }
}

const openOfOrder = `
  SELECT owed.id, owed.amount_fen - ifnull((
    SELECT sum(amount_fen) FROM allocations WHERE receivable_id = owed.id AND ended_on IS NULL), 0) AS openFen
  FROM receivables AS owed WHERE owed.order_id = ? ORDER BY owed.installment_no`;

type Source = Pick<
  typeof settlementSources.$inferInsert,
  'kind' | 'method' | 'onDay' | 'billDueOn' | 'billNo' | 'orderId'
>;

/** What comes in settles its order, the first instalment first. `share` of what is open; null: all of it. */
function settle(
  db: WriteDb,
  { random }: SampleMoneyWorld,
  { customerId, orderId }: OrderIds,
  source: Source,
  share: (openFen: number) => number | null,
): Id {
  const ms = instantToMs(db.info.now);
  const open = rowsOf<{ id: Id; openFen: number }>(db.sqlite, openOfOrder).all(orderId);
  const sum = open.reduce((total, { openFen }) => total + openFen, 0);
  const amountFen = Math.min(sum, Math.round(share(sum) ?? sum));
  const sourceId = random.id(ms);
  db.insert(settlementSources, { id: sourceId, customerId, ...source, amountFen });
  let left = amountFen;
  for (const { id: receivableId, openFen } of open) {
    const part = Math.min(left, openFen);
    left -= part;
    const effectiveOn = source.onDay;
    if (part > 0)
      db.insert(allocations, { id: random.id(ms), customerId, sourceId, receivableId, amountFen: part, effectiveOn });
  }
  return sourceId;
}

function takeBack(
  db: WriteDb,
  world: SampleMoneyWorld,
  ids: OrderIds,
  [daysAgo, code, quantity]: readonly [number, string, number],
): void {
  const line = lineOf(code, quantity, ids);
  const source = { kind: 'return', method: null, onDay: world.dayBefore(daysAgo), orderId: ids.orderId } as const;
  const sourceId = settle(db, world, ids, source, () => line.amountFen);
  const soldLine = rowsOf<{ id: Id }>(
    db.sqlite,
    'SELECT id FROM sales_order_lines WHERE order_id = ? AND product_id = ?',
  ).get(ids.orderId, line.productId);
  const id = world.random.id(instantToMs(db.info.now));
  db.insert(returnLines, { id, sourceId, orderLineId: soldLine?.id ?? null, ...line });
}

/** Settles what was owed from before, else stays prepayment. */
function receiveAlone(db: WriteDb, world: SampleMoneyWorld, name: string, onDay: CalendarDate, amountFen: Fen): void {
  const ms = instantToMs(db.info.now);
  const { id: customerId } = world.customerOf(name);
  const sourceId = world.random.id(ms);
  const opening = rowsOf<{ id: Id; amountFen: number }>(
    db.sqlite,
    `SELECT id, amount_fen AS amountFen FROM receivables WHERE customer_id = ? AND order_id IS NULL`,
  ).get(customerId);
  const paid = { id: sourceId, customerId, kind: 'payment', method: 'transfer', onDay, amountFen } as const;
  db.insert(settlementSources, { ...paid, isDeposit: opening === undefined });
  if (!opening) return;
  const part = { customerId, sourceId, receivableId: opening.id, amountFen: opening.amountFen, effectiveOn: onDay };
  db.insert(allocations, { id: world.random.id(ms), ...part });
}
