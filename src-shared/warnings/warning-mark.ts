import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';

export const warningCodes = ['silent', 'no_order_for_long', 'sales_falling', 'overdue', 'over_limit'] as const;
export type WarningCode = (typeof warningCodes)[number];

/** Those that tell of a customer's money: only for who may read it. */
export const moneyWarningCodes = ['sales_falling', 'overdue', 'over_limit'] as const satisfies readonly WarningCode[];

const moneyCodes: ReadonlySet<WarningCode> = new Set(moneyWarningCodes);

export function isMoneyWarning(code: WarningCode): boolean {
  return moneyCodes.has(code);
}

/** Put off until a day, or seen to. */
export const warningMarkStates = ['snoozed', 'done'] as const;

export interface WarningMark {
  readonly id: Id;
  readonly code: WarningCode;
  readonly state: (typeof warningMarkStates)[number];
  readonly markedOn: CalendarDate;
  /** Silent up to this day and with it. */
  readonly untilOn: CalendarDate;
  readonly note: string | null;
  readonly userId: Id | null;
}
