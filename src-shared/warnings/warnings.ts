import { addDays, addMonths, type CalendarDate, daysBetween } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';

/** The thresholds of domain §7; defaults, shown to the user with their meaning. */
export interface WarningRules {
  /** Silent: no contact for more than so many tenths of the cadence. */
  readonly silentCadenceTenths: number;
  readonly gapTimes: number;
  readonly fewestOrderDays: number;
  readonly shortestSilence: number;
  /** Sales of the last days at most so many percent of what they were. */
  readonly salesDays: number;
  readonly salesPercent: number;
  readonly overdueDays: number;
}

export const defaultWarningRules: WarningRules = {
  silentCadenceTenths: 15,
  gapTimes: 2,
  fewestOrderDays: 3,
  shortestSilence: 14,
  salesDays: 90,
  salesPercent: 70,
  overdueDays: 30,
};

export interface WarningInput {
  readonly customerId: Id;
  /** Of the latest contact, else when the customer was made. */
  readonly quietSince: CalendarDate;
  readonly cadenceDays: number;
  /** Orders that are not void and returns, by day; returns below 0. */
  readonly sales: readonly { readonly on: CalendarDate; readonly amountFen: Fen; readonly orderId: Id | null }[];
  /** Sells by the season: compared with the same days a year earlier. */
  readonly isSeasonal: boolean;
  readonly openFen: Fen;
  readonly overdue: readonly { readonly receivableId: Id; readonly daysPastDue: number }[];
  /** Null: no terms in force. */
  readonly creditLimitFen: Fen | null;
}

/** 预警 and why, in figures; the window opens the rows on click. */
export type Warning =
  | { readonly code: 'silent'; readonly days: number; readonly cadenceDays: number }
  /** `medianGap` in days, halves possible; `orderIds` of the order days looked at. */
  | {
      readonly code: 'no_order_for_long';
      readonly days: number;
      readonly medianGap: number;
      readonly lastOrderOn: CalendarDate;
      readonly orderIds: readonly Id[];
    }
  | {
      readonly code: 'sales_falling';
      readonly nowFen: Fen;
      /** What the same number of days made before, unrounded. */
      readonly usualFen: number;
      readonly isSeasonal: boolean;
      readonly orderIds: readonly Id[];
    }
  | { readonly code: 'overdue'; readonly days: number; readonly receivableIds: readonly Id[] }
  | { readonly code: 'over_limit'; readonly openFen: Fen; readonly limitFen: Fen };

/** Whether a day is a statutory holiday: it does not count as silence. */
export type IsHoliday = (day: CalendarDate) => boolean;

/** What warns of a customer as of a day (domain §7). Empty: nothing. */
export function warningsOf(
  input: WarningInput,
  asOf: CalendarDate,
  isHoliday: IsHoliday,
  rules: WarningRules = defaultWarningRules,
): readonly Warning[] {
  return [
    silent(input, asOf, rules),
    noOrderForLong(input, asOf, isHoliday, rules),
    salesFalling(input, asOf, rules),
    overdue(input, rules),
    overLimit(input),
  ].filter((warning) => warning !== null);
}

/** As the rule of warningsOf: all that a talk or a plan of a visit can change of it. */
export function isSilent(
  { quietSince, cadenceDays }: Pick<WarningInput, 'quietSince' | 'cadenceDays'>,
  asOf: CalendarDate,
  { silentCadenceTenths }: WarningRules = defaultWarningRules,
): boolean {
  return daysBetween(quietSince, asOf) * 10 > cadenceDays * silentCadenceTenths;
}

function silent(input: WarningInput, asOf: CalendarDate, rules: WarningRules): Warning | null {
  const { quietSince, cadenceDays } = input;
  return isSilent(input, asOf, rules) ? { code: 'silent', days: daysBetween(quietSince, asOf), cadenceDays } : null;
}

/** Silent in orders for more than twice his own median gap, and 14 days; statutory holidays not counted. */
function noOrderForLong(
  { sales }: WarningInput,
  asOf: CalendarDate,
  isHoliday: IsHoliday,
  { gapTimes, fewestOrderDays, shortestSilence }: WarningRules,
): Warning | null {
  const orders = ordersUpTo(sales, asOf);
  const days = [...new Set(orders.map(({ on }) => on))].sort();
  const last = days.at(-1);
  if (last === undefined || days.length < fewestOrderDays) return null;
  const gaps = days.slice(1).map((on, k) => daysBetween(days[k] ?? on, on));
  const medianGap = medianOf(gaps);
  const silence = daysWithout(last, asOf, isHoliday);
  if (silence < shortestSilence || silence <= gapTimes * medianGap) return null;
  const orderIds = orders.flatMap(({ orderId }) => orderId ?? []);
  return { code: 'no_order_for_long', days: silence, medianGap, lastOrderOn: last, orderIds };
}

/** Needs a whole year before the last 90 days; a seasonal customer the same 90 days of the year before. */
function salesFalling(
  { sales, isSeasonal }: WarningInput,
  asOf: CalendarDate,
  { salesDays, salesPercent }: WarningRules,
): Warning | null {
  const orders = ordersUpTo(sales, asOf);
  const first = orders.reduce<CalendarDate | null>((min, { on }) => (min === null || on < min ? on : min), null);
  const start = addDays(asOf, -salesDays);
  const yearStart = addDays(start, -365);
  if (first === null || first > addDays(yearStart, 1)) return null;
  const now = sumBetween(sales, start, asOf);
  const lastYear = addMonths(asOf, -12);
  const [before, days] = isSeasonal
    ? [sumBetween(sales, addDays(lastYear, -salesDays), lastYear), salesDays]
    : [sumBetween(sales, yearStart, start), 365];
  if (before <= 0) return null;
  if (BigInt(now) * BigInt(days) * 100n > BigInt(before) * BigInt(salesDays) * BigInt(salesPercent)) return null;
  const orderIds = orders.filter(({ on }) => on > start).flatMap(({ orderId }) => orderId ?? []);
  return { code: 'sales_falling', nowFen: fen(now), usualFen: (before * salesDays) / days, isSeasonal, orderIds };
}

function overdue({ overdue: rows }: WarningInput, { overdueDays }: WarningRules): Warning | null {
  const late = rows.filter(({ daysPastDue }) => daysPastDue > overdueDays);
  if (late.length === 0) return null;
  return {
    code: 'overdue',
    days: Math.max(...late.map(({ daysPastDue }) => daysPastDue)),
    receivableIds: late.map(({ receivableId }) => receivableId),
  };
}

function overLimit({ openFen, creditLimitFen }: WarningInput): Warning | null {
  if (creditLimitFen === null || openFen <= creditLimitFen) return null;
  return { code: 'over_limit', openFen, limitFen: creditLimitFen };
}

type Sale = WarningInput['sales'][number];

function ordersUpTo(sales: readonly Sale[], asOf: CalendarDate): readonly Sale[] {
  return sales.filter(({ on, amountFen }) => on <= asOf && amountFen >= 0);
}

/** (after, upTo], not below 0. */
function sumBetween(sales: readonly Sale[], after: CalendarDate, upTo: CalendarDate): number {
  const inside = sales.filter(({ on }) => on > after && on <= upTo);
  return Math.max(
    0,
    inside.reduce((sum, { amountFen }) => sum + amountFen, 0),
  );
}

/** Days after `from` up to `to` that are no holidays. */
function daysWithout(from: CalendarDate, to: CalendarDate, isHoliday: IsHoliday): number {
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (!isHoliday(day)) days += 1;
  return days;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const high = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + high) / 2 : high;
}
