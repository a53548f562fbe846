import type { CalendarDate } from '../core/calendar-date.ts';
import type { Fen } from '../core/money.ts';

/** Whose limit: what a role may agree (domain §13), or the terms that were accepted for the customer (§3). */
export type LimitOf = 'role' | 'terms';

/** A limit that an order passes, with both figures. */
export type LimitBreach =
  /** 停止交易 was accepted, or is advised and nothing else was accepted. */
  | { readonly code: 'stopped'; readonly isAccepted: boolean }
  | { readonly code: 'discount'; readonly of: LimitOf; readonly limitBp: number; readonly isBp: number }
  | { readonly code: 'credit_days'; readonly of: LimitOf; readonly limitDays: number; readonly isDays: number }
  /** What would be open, with the order, against the limit. */
  | {
      readonly code: 'credit_limit';
      readonly of: LimitOf;
      readonly limitFen: Fen;
      readonly openFen: Fen;
      readonly orderFen: Fen;
    }
  | { readonly code: 'deposit'; readonly neededFen: Fen; readonly givenFen: Fen }
  /** Old debts: at the order, not at the invoice. */
  | { readonly code: 'overdue'; readonly overdueFen: Fen; readonly days: number; readonly since: CalendarDate };

/** What a role may agree by itself; null: no limit. */
export interface RoleLimits {
  readonly discountBp: number | null;
  /** Counted from the order's day to the last due day. */
  readonly creditDays: number | null;
  /** Open balance of a customer, with the order. */
  readonly creditFen: Fen | null;
}
