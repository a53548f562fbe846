import { fromDayNumber } from '../../../src-shared/core/calendar-date.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { instantFromMs } from '../../../src-shared/core/instant.ts';
import { writeBatch } from '../../journal.ts';
import { allocations, receivables, refunds, settlementSources } from '../../schema/money.ts';
import { products, salesOrderLines, salesOrders } from '../../schema/orders.ts';
import { customerAssessments } from '../../schema/segmentation.ts';
import type { TestBook } from '../../testing/open-test-book.ts';
import { day } from './edit-parts.ts';

/** A small book whose rows the edits below pick by number. */
export interface World {
  readonly customers: string[];
  readonly contacts: string[];
  readonly tags: string[];
  readonly users: string[];
  readonly tiers: string[];
  readonly plans: string[];
  readonly followUps: string[];
  readonly links: string[];
  readonly products: string[];
  /** Each of the customer at the same place, paid up to 100.00 by the allocation at that place. */
  readonly receivables: string[];
  readonly sources: string[];
  readonly allocations: string[];
  readonly refunds: string[];
  readonly orders: string[];
  readonly orderLines: string[];
  /** The last of each customer: what they bought in the last 90 days turns on these. */
  readonly lateLines: readonly string[];
  /** Of the customers in their order, as far as anybody looked. */
  readonly assessments: string[];
  readonly marks: string[];
}

/**
 * Nobody was met for six weeks, which is long for one tier and not for another. The first two bought less of late than
 * they used to, the second of them by the season; the third buys as ever. All are late with a rest of a debt.
 */
export function smallWorld(test: TestBook): World {
  const { A } = test.tierIds;
  const owned = [
    test.aCustomer({ name: '杭州王记五金有限公司', city: '杭州市', tierId: A }),
    test.aCustomer({ name: '单记门窗厂', tierId: A }),
    test.aCustomer({ name: 'ABC Hardware' }),
  ];
  const debts = owned.map((customerId) => paidDebt(test, customerId));
  const [faded = '', seasonal = '', steady = ''] = owned;
  const past = [
    monthlySales(test, faded, { upToMonth: 14, isWithout: () => false }),
    monthlySales(test, seasonal, { upToMonth: 14, isWithout: (month) => month > 1 && month < 5 }),
    monthlySales(test, steady, { upToMonth: 16, isWithout: () => false }),
  ];
  const tagIds = ['老客户', '要发票', 'VIP'].map((name) => test.aTag({ name }));
  return {
    customers: owned,
    contacts: owned.map((customerId) => test.aContact({ customerId, name: '王建国', mobile: '13800138000' })),
    tags: tagIds,
    users: [test.ownerId, test.aUser({ name: '李娜' })],
    tiers: Object.values(test.tierIds),
    plans: owned.map((customerId) => test.aVisitPlan({ customerId })),
    followUps: owned.map((customerId) => test.aFollowUp({ customerId, happenedAt: sixWeeksAgo })),
    links: [test.aTagOn(owned[0] ?? '', tagIds[0] ?? '')],
    products: [aProduct(test)],
    receivables: debts.map(({ receivableId }) => receivableId),
    sources: debts.map(({ sourceId }) => sourceId),
    allocations: debts.map(({ allocationId }) => allocationId),
    refunds: debts.map(({ refundId }) => refundId),
    orders: past.flatMap(({ orders }) => orders),
    orderLines: past.flatMap(({ lines }) => lines),
    lateLines: past.map(({ lines }) => lines.at(-1) ?? ''),
    assessments: [faded, seasonal].map((customerId) => anAssessment(test, customerId)),
    marks: [],
  };
}

const sixWeeksAgo = instantFromMs(1_772_697_600_000 - 42 * 86_400_000);

function aProduct({ book, ownerId, now }: TestBook): string {
  const id = newId();
  writeBatch(book, { source: 'edit', userId: ownerId, now }, (db) =>
    db.insert(products, { id, name: '304 不锈钢合页' }),
  );
  return id;
}

/** 1,000.00, due two months ago; of 1,500.00 paid, 900.00 settle it and 100.00 went back. */
function paidDebt({ book, ownerId, now }: TestBook, customerId: string) {
  const ids = { receivableId: newId(), sourceId: newId(), allocationId: newId(), refundId: newId() };
  const { receivableId, sourceId } = ids;
  writeBatch(book, { source: 'edit', userId: ownerId, now }, (db) => {
    const owed = {
      id: receivableId,
      installmentNo: 1,
      issuedOn: fromDayNumber(20_420),
      dueOn: fromDayNumber(20_450),
      amountFen: 100_000,
    };
    db.insert(receivables, { ...owed, customerId });
    const paid = { id: sourceId, kind: 'payment', method: 'cash', onDay: day(1), amountFen: 150_000 } as const;
    db.insert(settlementSources, { ...paid, customerId });
    const part = { customerId, sourceId, amountFen: 90_000, effectiveOn: day(1) };
    db.insert(allocations, { ...part, id: ids.allocationId, receivableId });
    db.insert(refunds, { id: ids.refundId, customerId, sourceId, onDay: day(2), amountFen: 10_000, method: 'cash' });
  });
  return ids;
}

function anAssessment({ book, ownerId, now }: TestBook, customerId: string): string {
  const id = newId();
  writeBatch(book, { source: 'edit', userId: ownerId, now }, (db) =>
    db.insert(customerAssessments, { id, customerId, isSeasonal: false }),
  );
  return id;
}

interface Months {
  /** Counted from the first; 16 is the month before the day of a test book. */
  readonly upToMonth: number;
  readonly isWithout: (month: number) => boolean;
}

/** 100.00 a month of 30 days, the first more than a year and 90 days ago. */
function monthlySales({ book, ownerId, now }: TestBook, customerId: string, { upToMonth, isWithout }: Months) {
  const orders: string[] = [];
  const lines: string[] = [];
  writeBatch(book, { source: 'edit', userId: ownerId, now }, (db) => {
    for (let month = 0; month <= upToMonth; month += 1) {
      if (isWithout(month)) continue;
      const [id, lineId] = [newId(), newId()];
      const issuedOn = fromDayNumber(20_020 + month * 30);
      db.insert(salesOrders, { id, customerId, orderNo: id, issuedOn, creditKind: 'days', creditDays: 0 });
      const line = { position: 0, title: '货', unitPriceE4: 1_000_000, quantityE3: 1_000, discountBp: 0 };
      db.insert(salesOrderLines, { ...line, id: lineId, orderId: id, customerId, amountFen: 10_000 });
      orders.push(id);
      lines.push(lineId);
    }
  });
  return { orders, lines };
}
