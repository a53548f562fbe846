import { describe, expect, it } from 'vitest';
import { type CalendarDate, dayNumber } from '../../../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { writeBatch } from '../../journal.ts';
import { customers } from '../../schema/customers.ts';
import { settlementSources } from '../../schema/money.ts';
import { salesOrderLines, salesOrders } from '../../schema/orders.ts';
import { customerAssessments } from '../../schema/segmentation.ts';
import { tiers } from '../../schema/tiers.ts';
import { at, dayOf, openTestBook } from '../../testing/open-test-book.ts';
import { headsOfDocs } from '../customer-heads.ts';
import { customerSales } from './customer-sales.ts';

const asOf = dayOf('2026-11-22');

function aShop() {
  const { book, ownerId, now, aCustomer, tierIds } = openTestBook({ now: at('2026-01-05T08:00:00.000Z') });
  const id = () => newId(instantToMs(now));
  const write = (work: Parameters<typeof writeBatch>[2]) =>
    writeBatch(book, { source: 'edit', userId: ownerId, now }, work);
  const anOrder = (customerId: Id, on: string, lineFens: readonly number[], voidedOn: string | null = null): Id => {
    const orderId = id();
    write((db) => {
      db.insert(salesOrders, {
        id: orderId,
        customerId,
        orderNo: orderId,
        issuedOn: dayOf(on),
        creditKind: 'days',
        creditDays: 0,
        voidedOn: voidedOn === null ? null : dayOf(voidedOn),
      });
      lineFens.forEach((amountFen, position) => {
        const line = { customerId, orderId, position, title: '货', unitPriceE4: amountFen * 100, quantityE3: 1_000 };
        db.insert(salesOrderLines, { ...line, id: id(), discountBp: 0, amountFen });
      });
    });
    return orderId;
  };
  const aReturn = (customerId: Id, on: string, amountFen: number) =>
    write((db) => db.insert(settlementSources, { id: id(), customerId, kind: 'return', onDay: dayOf(on), amountFen }));
  /** Each customer's columns put side by side. */
  const sales = (day: CalendarDate = asOf, rfmMonths: number | 'ever' = 'ever') => {
    const judged = { grades: new Map(), loyalties: new Map() };
    const found = customerSales(book, { asOf: day, timeZone: 'Asia/Shanghai', rfmMonths, judged });
    const { window, scored } = found;
    if (!window || !scored) throw new Error('columns that were asked for are missing');
    const known = (column: Float64Array, place: number) => {
      const value = column[place] ?? Number.NaN;
      return Number.isNaN(value) ? null : value;
    };
    const heads = headsOfDocs(book, [...found.docs]);
    return Array.from(found.docs, (doc, place) => ({
      customerId: heads.get(doc)?.id,
      orders: found.orders[place],
      isPinned: found.pinned[place] === 1,
      isNew: found.isNew[place] === 1,
      salesFen: found.salesFen[place],
      salesYearBeforeFen: scored.salesYearBeforeFen[place],
      ordersInYear: scored.ordersInYear[place],
      firstDay: known(scored.firstDays, place),
      yearlyNeedFen: known(scored.yearlyNeedFen, place),
      grade: scored.grades[place],
      window: {
        orders: window.orders[place],
        salesFen: window.salesFen[place],
        lastDay: window.orders[place] === 0 ? null : window.lastDays[place],
      },
    }));
  };
  return { book, write, id, aCustomer, tierIds, anOrder, aReturn, sales };
}

describe('customerSales', () => {
  it('adds up the lines of orders in the 12 months up to the day, and of the 12 before, less returns', () => {
    const { aCustomer, anOrder, aReturn, sales } = aShop();
    const customerId = aCustomer();
    anOrder(customerId, '2026-11-22', [10_000, 2_500]);
    anOrder(customerId, '2025-11-23', [1_000]);
    anOrder(customerId, '2025-11-22', [7_000]);
    anOrder(customerId, '2024-11-22', [900]);
    aReturn(customerId, '2026-10-01', 500);
    aReturn(customerId, '2025-10-01', 8_000);
    expect(sales()).toEqual([
      expect.objectContaining({
        customerId,
        orders: 4,
        firstDay: dayNumber(dayOf('2024-11-22')),
        ordersInYear: 2,
        salesFen: 13_000,
        // 70.00 less 80.00 that came back: not below 0.
        salesYearBeforeFen: 0,
        window: { orders: 4, salesFen: 12_900, lastDay: dayNumber(asOf) },
      }),
    ]);
  });

  it('counts neither what came later nor what was void by then, and what was voided only later', () => {
    const { aCustomer, anOrder, sales } = aShop();
    const customerId = aCustomer();
    anOrder(customerId, '2026-03-01', [1_000]);
    anOrder(customerId, '2026-03-02', [2_000], '2026-05-01');
    anOrder(customerId, '2026-06-01', [4_000]);
    expect(sales(dayOf('2026-04-30'))[0]?.salesFen).toBe(3_000);
    expect(sales(dayOf('2026-05-01'))[0]?.salesFen).toBe(1_000);
    expect(sales(dayOf('2026-06-01'))[0]?.salesFen).toBe(5_000);
  });

  it('looks only at the window of RFM for RFM', () => {
    const { aCustomer, anOrder, sales } = aShop();
    const customerId = aCustomer();
    anOrder(customerId, '2025-12-01', [1_000]);
    expect(sales(asOf, 6)[0]).toMatchObject({ orders: 1, window: { orders: 0 } });
    anOrder(customerId, '2026-06-01', [3_000]);
    expect(sales(asOf, 6)[0]).toMatchObject({ orders: 2, window: { orders: 1, salesFen: 3_000 } });
  });

  it('names a customer without orders from the day it was made', () => {
    const { aCustomer, sales } = aShop();
    aCustomer();
    expect(sales(dayOf('2026-01-04'))).toEqual([]);
    // 89 and 90 days after the day it was made.
    expect([sales(dayOf('2026-04-04'))[0]?.isNew, sales(dayOf('2026-04-05'))[0]?.isNew]).toEqual([true, false]);
    expect(sales(dayOf('2026-01-05'))[0]).toMatchObject({
      orders: 0,
      firstDay: null,
      window: { orders: 0, lastDay: null },
      isNew: true,
    });
  });

  it('knows the yearly need and the pin of now, and leaves out who is in the bin', () => {
    const { aCustomer, write, id, sales } = aShop();
    const customerId = aCustomer({ tierPinnedReason: '老朋友' });
    write((db) => db.insert(customerAssessments, { id: id(), customerId, yearlyNeedFen: 5_000_000 }));
    expect(sales()[0]).toMatchObject({ isPinned: true, yearlyNeedFen: 5_000_000, grade: 'unknown' });
    write((db) => db.update(customers, customerId, { deletedAt: at('2026-02-01T00:00:00.000Z') }));
    expect(sales()).toEqual([]);
  });

  it('names the tier each has now, also of archived tiers that share a place', () => {
    const { book, write, id, aCustomer, tierIds } = aShop();
    const [former, older] = [id(), id()];
    write((db) => {
      for (const tierId of [former, older]) {
        db.insert(tiers, {
          id: tierId,
          name: tierId,
          position: 1,
          color: 'blue',
          archivedAt: at('2026-01-05T08:00:00.000Z'),
          cadenceDays: 30,
          relationshipLevel: 'basic',
        });
      }
    });
    const given = [tierIds.C, null, older, tierIds.A, former];
    for (const tierId of given) aCustomer({ tierId });
    const { tiers: current } = customerSales(book, { asOf, timeZone: 'Asia/Shanghai', rfmMonths: null, judged: null });
    expect(Array.from(current.places, (place) => current.tierIds[place] ?? null)).toEqual(given);
    expect(current.tierIds.slice(0, 4)).toEqual([tierIds.A, tierIds.B, tierIds.C, tierIds.D]);
  });
});
