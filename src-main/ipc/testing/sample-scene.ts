import { writeBatch } from '../../../db/journal.ts';
import { customers } from '../../../db/schema/customers.ts';
import { receivables } from '../../../db/schema/money.ts';
import { rivalNotes, serviceCosts } from '../../../db/schema/segmentation.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { day } from './forms.ts';
import type { TestApp } from './open-test-app.ts';
import { sampleOrder } from './sample-order.ts';
import { samplePayment } from './sample-payment.ts';

/** Makes the rows that the inputs name. The customers belong to `ownerId`, or to nobody. */
export function sampleScene(app: TestApp, ownerId: string | null) {
  const customerId = app.aCustomer({ ownerId });
  const contactId = app.aContact({ customerId });
  const followUpId = app.aFollowUp({ customerId, contactId });
  const attachmentId = app.anAttachment({ customerId, followUpId });
  const planId = app.aVisitPlan({ customerId });
  const closesPlanId = app.aVisitPlan({ customerId });
  const anniversaryId = app.anAnniversary({ customerId });
  const tagId = app.aTag({ name: `标签 ${customerId}` });
  const userId = app.aUser({ name: `用户 ${customerId.slice(-6)}` });
  const binnedId = app.inBin('customers', app.aCustomer({ ownerId }));
  const deed = { source: 'edit', userId: ownerId ?? app.ownerId, now: app.now } as const;
  const { batchId } = writeBatch(app.book, deed, (db) => db.update(customers, customerId, { city: '上海' }));
  const receivableId = newId();
  const owed = { issuedOn: day('2026-03-01'), dueOn: day('2026-03-04'), amountFen: 10_000 };
  writeBatch(app.book, deed, (db) =>
    db.insert(receivables, { id: receivableId, customerId, installmentNo: 1, ...owed }),
  );
  const { productId, orderId, orderLineId } = sampleOrder(app, customerId, deed.userId);
  const paid = samplePayment(app, { customerId, receivableId, userId: deed.userId });
  const { paymentId } = paid;
  const today = day('2026-03-05');
  const line = { title: '六角螺栓', unitPriceE4: 85_000, quantityE3: 12_000 };
  const order = {
    issuedOn: day('2026-03-05'),
    credit: { kind: 'days' as const, days: 30 },
    plan: { kind: 'once' as const },
    lines: [line],
  };
  const view = { search: '', filter: {}, sort: null };
  const { A, B, C, D } = app.tierIds;
  const look = {
    color: 'teal',
    isKey: false,
    cadenceDays: 30,
    relationshipLevel: 'basic',
    servicePromise: null,
  } as const;
  const importId = 'none';
  const method = { kind: 'thresholds' as const, cuts: [10_000_000, 3_000_000, 500_000] };
  const rivalId = newId();
  const costId = newId();
  const spent = { kind: 'service' as const, amountFen: 20_000, what: '招待' };
  writeBatch(app.book, deed, (db) => {
    db.insert(rivalNotes, { id: rivalId, customerId, rival: '鑫源五金', notedOn: today });
    db.insert(serviceCosts, { ...spent, id: costId, customerId, onDay: today });
  });
  const rows = { offset: 0, limit: 50 };
  return {
    customerId,
    contactId,
    followUpId,
    attachmentId,
    planId,
    closesPlanId,
    anniversaryId,
    tagId,
    userId,
    binnedId,
    deed,
    batchId,
    receivableId,
    owed,
    productId,
    orderId,
    orderLineId,
    paid,
    paymentId,
    today,
    line,
    order,
    view,
    A,
    B,
    C,
    D,
    look,
    importId,
    method,
    rivalId,
    costId,
    spent,
    rows,
    ownerId,
    app,
  };
}
export type SampleScene = ReturnType<typeof sampleScene>;
