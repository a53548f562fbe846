import { type CalendarDate, dayNumber, parseCalendarDate } from '../../../core/calendar-date.ts';
import type { PaymentGrade } from '../../../payments/payment-record.ts';
import type { CustomerSales } from '../customer-sales.ts';

/** One customer of a CustomerSales; money in fen, null: not known. */
export interface Seller {
  readonly isNew: boolean;
  readonly isPinned: boolean;
  readonly orders: number;
  readonly firstOrderOn: CalendarDate | null;
  readonly ordersInYear: number;
  readonly salesFen: number;
  readonly salesYearBeforeFen: number;
  readonly window: { readonly orders: number; readonly salesFen: number; readonly lastOrderOn: CalendarDate } | null;
  readonly yearlyNeedFen: number | null;
  readonly grade: PaymentGrade;
  readonly loyalty: number | null;
}

/** A customer with one order this year, unless said otherwise. `yuan`: sales in 12 months. */
export function aSeller(yuan: number, more: Partial<Seller> = {}): Seller {
  const salesFen = Math.round(yuan * 100);
  const lastOrderOn = parseCalendarDate('2026-06-01');
  if (!lastOrderOn) throw new Error('no day');
  const orders = more.orders ?? 1;
  return {
    isNew: false,
    isPinned: false,
    orders,
    firstOrderOn: orders === 0 ? null : lastOrderOn,
    ordersInYear: orders,
    salesFen,
    salesYearBeforeFen: 0,
    window: orders === 0 ? null : { orders, salesFen, lastOrderOn },
    yearlyNeedFen: null,
    grade: 'unknown',
    loyalty: null,
    ...more,
  };
}

/** The columns that the methods read. */
export function salesOf(sellers: readonly Seller[]): CustomerSales {
  const numbers = (of: (seller: Seller) => number | null) =>
    Float64Array.from(sellers, (seller) => of(seller) ?? Number.NaN);
  return {
    pinned: Uint8Array.from(sellers, ({ isPinned }) => (isPinned ? 1 : 0)),
    orders: Int32Array.from(sellers, ({ orders }) => orders),
    isNew: Uint8Array.from(sellers, ({ isNew }) => (isNew ? 1 : 0)),
    salesFen: numbers(({ salesFen }) => salesFen),
    window: {
      orders: Int32Array.from(sellers, ({ window }) => window?.orders ?? 0),
      salesFen: numbers(({ window }) => window?.salesFen ?? 0),
      lastDays: Int32Array.from(sellers, ({ window }) => (window ? dayNumber(window.lastOrderOn) : 0)),
    },
    scored: {
      ordersInYear: Int32Array.from(sellers, ({ ordersInYear }) => ordersInYear),
      salesYearBeforeFen: numbers(({ salesYearBeforeFen }) => salesYearBeforeFen),
      firstDays: numbers(({ firstOrderOn }) => (firstOrderOn ? dayNumber(firstOrderOn) : null)),
      yearlyNeedFen: numbers(({ yearlyNeedFen }) => yearlyNeedFen),
      grades: sellers.map(({ grade }) => grade),
      loyalty: numbers(({ loyalty }) => loyalty),
    },
  };
}
