import type { CalendarDate } from '../core/calendar-date.ts';
import { type Fen, fen } from '../core/money.ts';
import type { Settlement } from '../receivables/balances.ts';
import type { OrderInstalment } from './order.ts';

export interface OrderSettlement {
  readonly settlement: Settlement;
  readonly openFen: Fen;
  /** Earliest due day of what is open; null: nothing is. */
  readonly dueOn: CalendarDate | null;
  readonly isOverdue: boolean;
}

/**
 * How far an order is settled, from its instalments that are not void. One of which nothing is owed is settled;
 * `written_off`: closed, and a write-off had part in it.
 */
export function orderSettlement(isVoid: boolean, instalments: readonly OrderInstalment[]): OrderSettlement {
  const open = instalments.filter(({ openFen }) => openFen > 0);
  const dueOn = open.map((each) => each.dueOn).reduce<CalendarDate | null>(earlier, null);
  const openFen = fen(open.reduce((sum, each) => sum + each.openFen, 0));
  const isOverdue = open.some((each) => each.isOverdue);
  return { settlement: settlementOf(isVoid, instalments), openFen, dueOn, isOverdue };
}

function settlementOf(isVoid: boolean, instalments: readonly OrderInstalment[]): Settlement {
  if (isVoid) return 'void';
  if (instalments.every(({ openFen }) => openFen === 0)) {
    return instalments.some(({ settlement }) => settlement === 'written_off') ? 'written_off' : 'settled';
  }
  return instalments.every(({ settlement }) => settlement === 'open') ? 'open' : 'partial';
}

function earlier(a: CalendarDate | null, b: CalendarDate): CalendarDate {
  return a !== null && a < b ? a : b;
}
