import { writeBatch } from '../../../db/journal.ts';
import { receivables } from '../../../db/schema/money.ts';
import { products, salesOrderLines, salesOrders } from '../../../db/schema/orders.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { day } from './forms.ts';
import type { TestApp } from './open-test-app.ts';

/** A product that was never sold, and an order of 100.00 with one line, owed in one receivable. */
export function sampleOrder(
  app: TestApp,
  customerId: Id,
  userId: Id,
): { readonly productId: Id; readonly orderId: Id; readonly orderLineId: Id } {
  const productId = newId();
  const orderId = newId();
  const orderLineId = newId();
  const issuedOn = day('2026-03-01');
  writeBatch(app.book, { source: 'edit', userId, now: app.now }, (db) => {
    db.insert(products, { id: productId, name: `垫圈 ${productId}`, unitPriceE4: 5_000 });
    const credit = { creditKind: 'days', creditDays: 30 } as const;
    db.insert(salesOrders, { id: orderId, customerId, orderNo: `HT-${orderId}`, issuedOn, ...credit });
    const figures = { unitPriceE4: 100_000, quantityE3: 10_000, discountBp: 0, amountFen: 10_000 };
    db.insert(salesOrderLines, { id: orderLineId, customerId, orderId, position: 0, title: '螺栓', ...figures });
    const owed = { installmentNo: 1, issuedOn, dueOn: day('2026-03-31'), amountFen: 10_000 };
    db.insert(receivables, { id: newId(), customerId, orderId, ...owed });
  });
  return { productId, orderId, orderLineId };
}
