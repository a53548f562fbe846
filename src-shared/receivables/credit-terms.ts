import { addDays, addMonths, type CalendarDate, calendarDate, daysInMonth, partsOf } from '../core/calendar-date.ts';
import { type Fen, fen } from '../core/money.ts';

/** 账期: `days` counts from the order, `month_end` (月结) from the last day of its month. */
export interface CreditTerms {
  readonly kind: 'days' | 'month_end';
  /** Credit days, 0 or more. */
  readonly days: number;
}

/** The day an order is to be paid (domain §1). Due days are not moved for holidays. */
export function dueDayOf(issuedOn: CalendarDate, { kind, days }: CreditTerms): CalendarDate {
  return addDays(kind === 'days' ? issuedOn : lastDayOfMonth(issuedOn), days);
}

function lastDayOfMonth(day: CalendarDate): CalendarDate {
  const { year, month } = partsOf(day);
  const last = calendarDate(year, month, daysInMonth(year, month));
  if (!last) throw new Error(`${day} has no last day of its month`);
  return last;
}

/** A payment plan by rule: in equal parts, or a share first and the rest in equal parts; one part a month. */
export interface InstalmentRule {
  readonly firstDueOn: CalendarDate;
  /** 1–120. */
  readonly count: number;
  /** Basis points of the first part: 3,000 is 30 % now, the rest monthly. Null: all parts alike. */
  readonly firstShareBp: number | null;
}

export interface Instalment {
  /** From 1. */
  readonly installmentNo: number;
  readonly dueOn: CalendarDate;
  readonly amountFen: Fen;
}

/**
 * The parts of an amount (domain §1): instalment k falls due on the first due day + k months, always counted from the first
 * (31 Jan, 28 Feb, 31 Mar); parts are floored to the fen, the last takes the rest. Null: a part would be nothing at all.
 */
export function instalmentsOf(amountFen: Fen, rule: InstalmentRule): readonly Instalment[] | null {
  const { firstDueOn, count, firstShareBp } = rule;
  const first =
    firstShareBp === null || count === 1
      ? Math.floor(amountFen / count)
      : Number((BigInt(amountFen) * BigInt(firstShareBp)) / 10_000n);
  const other = count === 1 ? 0 : Math.floor((amountFen - first) / (count - 1));
  const amounts = Array.from({ length: count }, (_, k) => (k === 0 && count > 1 ? first : other));
  amounts[count - 1] = amountFen - amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0);
  if (amounts.some((amount) => amount <= 0)) return null;
  return amounts.map((amount, k) => ({
    installmentNo: k + 1,
    dueOn: addMonths(firstDueOn, k),
    amountFen: fen(amount),
  }));
}
