import { writeBatch } from '../../../db/journal.ts';
import { allocations, paymentPromises, refunds, settlementSources } from '../../../db/schema/money.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { day } from './forms.ts';
import type { TestApp } from './open-test-app.ts';

/** A payment of 500.00 of which 40.00 settle the receivable and 10.00 were paid back, and a promise to pay. */
export function samplePayment(
  app: TestApp,
  { customerId, receivableId, userId }: { readonly customerId: Id; readonly receivableId: Id; readonly userId: Id },
): { readonly paymentId: Id; readonly allocationId: Id; readonly refundId: Id; readonly promiseId: Id } {
  const [paymentId, allocationId, refundId, promiseId] = [newId(), newId(), newId(), newId()];
  const sourceId = paymentId;
  const onDay = day('2026-03-02');
  writeBatch(app.book, { source: 'edit', userId, now: app.now }, (db) => {
    const paid = { kind: 'payment', onDay, amountFen: 50_000, method: 'cash' } as const;
    db.insert(settlementSources, { id: paymentId, customerId, ...paid });
    const part = { amountFen: 4_000, effectiveOn: onDay };
    db.insert(allocations, { id: allocationId, customerId, sourceId, receivableId, ...part });
    db.insert(refunds, { id: refundId, customerId, sourceId, onDay, amountFen: 1_000, method: 'cash' });
    db.insert(paymentPromises, { id: promiseId, customerId, promisedOn: day('2026-03-10') });
  });
  return { paymentId, allocationId, refundId, promiseId };
}
