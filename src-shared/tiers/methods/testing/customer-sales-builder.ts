import { parseCalendarDate } from '../../../core/calendar-date.ts';
import { newId } from '../../../core/id.ts';
import { fen } from '../../../core/money.ts';
import type { CustomerSales } from '../customer-sales.ts';

/** A customer with one order this year, unless said otherwise. `yuan`: sales in 12 months. */
export function aSeller(yuan: number, more: Partial<CustomerSales> = {}): CustomerSales {
  const salesFen = fen(Math.round(yuan * 100));
  const lastOrderOn = parseCalendarDate('2026-06-01');
  if (!lastOrderOn) throw new Error('no day');
  const orders = more.orders ?? 1;
  return {
    customerId: newId(),
    createdOn: lastOrderOn,
    pinnedReason: null,
    orders,
    firstOrderOn: orders === 0 ? null : lastOrderOn,
    ordersInYear: orders,
    salesFen,
    salesYearBeforeFen: fen(0),
    rfm: orders === 0 ? null : { orders, salesFen, lastOrderOn },
    yearlyNeedFen: null,
    grade: 'unknown',
    loyalty: null,
    ...more,
  };
}
