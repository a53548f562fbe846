import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { type Fen, fen } from '../../src-shared/core/money.ts';
import type { FileOrder } from './read-orders.ts';

export interface FileSales {
  readonly customer: string;
  readonly orders: number;
  /** Less what went back, not below 0. */
  readonly salesFen: Fen;
  /** Days of its orders, ascending. */
  readonly orderDays: readonly CalendarDate[];
}

/** Of each customer with an order after `after` (null: ever) and up to `upTo`, by name. */
export function salesByCustomer(
  orders: readonly FileOrder[],
  { after, upTo }: { readonly after: CalendarDate | null; readonly upTo: CalendarDate },
): readonly FileSales[] {
  const inside = orders.filter(({ on }) => on <= upTo && (after === null || on > after));
  return [...Map.groupBy(inside, ({ customer }) => customer)]
    .map(([customer, rows]): FileSales => {
      const bought = rows.filter(({ amountFen }) => amountFen >= 0);
      const sum = rows.reduce((total, { amountFen }) => total + amountFen, 0);
      return {
        customer,
        orders: bought.length,
        salesFen: fen(Math.max(0, sum)),
        orderDays: bought.map(({ on }) => on).sort(),
      };
    })
    .filter((sales) => sales.orders > 0)
    .sort((a, b) => (a.customer < b.customer ? -1 : 1));
}
