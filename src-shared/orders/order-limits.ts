import { type CalendarDate, daysBetween } from '../core/calendar-date.ts';
import { type Fen, fen } from '../core/money.ts';
import { type CreditTerms, dueDayOf } from '../receivables/credit-terms.ts';
import type { TermsAdvice } from '../terms/terms-advice.ts';

/** Whose limit: what a role may agree (domain §13), or the terms that were accepted for the customer (§3). */
export type LimitOf = 'role' | 'terms';

/** A limit that an order passes, with both figures. */
export type LimitBreach =
  /** 停止交易 was accepted, or is advised and nothing else was accepted. */
  | { readonly code: 'stopped'; readonly isAccepted: boolean }
  | { readonly code: 'discount'; readonly of: LimitOf; readonly limitBp: number; readonly isBp: number }
  /** From the order's day to the last due day; of month_end terms as many as they give on that day. */
  | { readonly code: 'credit_days'; readonly of: LimitOf; readonly limitDays: number; readonly isDays: number }
  /** What would be open, with the order, against the limit: `orderFen` is what the order adds, less what is paid at once. */
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

/** The accepted terms of a customer, as far as an order is measured by them. */
export interface TermsLimits {
  readonly discountBp: number;
  readonly credit: CreditTerms;
  readonly creditLimitFen: number;
  readonly depositBp: number;
  readonly isStopped: boolean;
}

export interface OrderFigures {
  readonly issuedOn: CalendarDate;
  /** Of its last instalment; the order's day when nothing is owed. */
  readonly lastDueOn: CalendarDate;
  readonly amountFen: Fen;
  /** Of the line with the highest. */
  readonly discountBp: number;
  /** Paid with the order: prepayment used and money taken, as far as they settle it. */
  readonly givenFen: Fen;
}

/** A debt that is past due today. */
export interface OverdueDebt {
  readonly openFen: Fen;
  readonly dueOn: CalendarDate;
  readonly daysPastDue: number;
  readonly isDisputed: boolean;
}

/** What the limits are, and where the customer stands without this order. */
export interface OrderStanding {
  /** Of who agrees the order; null: no limits. */
  readonly role: RoleLimits | null;
  /** Null: none were accepted. */
  readonly terms: TermsLimits | null;
  readonly advice: TermsAdvice;
  readonly openFen: Fen;
  readonly overdue: readonly OverdueDebt[];
  readonly orderOverdue: { readonly days: number; readonly smallestFen: number };
}

/**
 * Every limit that an order passes (domain §3, §13). Without accepted terms only the role's limits, the advice to stop and
 * old debts count. A figure that is just at its limit is within it.
 */
export function limitBreaches(order: OrderFigures, standing: OrderStanding): readonly LimitBreach[] {
  const { role, terms } = standing;
  return [
    ...stopped(standing),
    ...overdue(standing),
    ...discount('role', role?.discountBp ?? null, order),
    ...discount('terms', terms?.discountBp ?? null, order),
    ...creditDays('role', role?.creditDays ?? null, order),
    ...creditDays('terms', terms && daysBetween(order.issuedOn, dueDayOf(order.issuedOn, terms.credit)), order),
    ...creditLimit('role', role?.creditFen ?? null, order, standing),
    ...creditLimit('terms', terms?.creditLimitFen ?? null, order, standing),
    ...deposit(terms?.depositBp ?? 0, order),
  ];
}

/**
 * Of an order that is changed: what has to be agreed now, because it was not so before or has grown. What stood already
 * was agreed when it was made; `before` are its breaches measured by today's limits. That the customer is stopped or
 * overdue counts when the order grows.
 */
export function breachesToAgree(
  after: readonly LimitBreach[],
  before: readonly LimitBreach[],
  grownFen: number,
): readonly LimitBreach[] {
  return after.filter((breach) => {
    if (breach.code === 'stopped' || breach.code === 'overdue') return grownFen > 0;
    const old = before.find((each) => each.code === breach.code && limitOf(each) === limitOf(breach));
    return !old || excessOf(breach) > excessOf(old);
  });
}

function stopped({ terms, advice }: OrderStanding): readonly LimitBreach[] {
  const isStopped = terms ? terms.isStopped : advice === 'stop';
  return isStopped ? [{ code: 'stopped', isAccepted: terms !== null }] : [];
}

function overdue({ overdue: debts, orderOverdue }: OrderStanding): readonly LimitBreach[] {
  const old = debts.filter(({ isDisputed, daysPastDue }) => !isDisputed && daysPastDue > orderOverdue.days);
  const [first, ...others] = old;
  const overdueFen = fen(old.reduce((sum, { openFen }) => sum + openFen, 0));
  if (!first || overdueFen < orderOverdue.smallestFen) return [];
  const oldest = others.reduce((found, each) => (each.dueOn < found.dueOn ? each : found), first);
  return [{ code: 'overdue', overdueFen, days: oldest.daysPastDue, since: oldest.dueOn }];
}

function discount(of: LimitOf, limitBp: number | null, { discountBp: isBp }: OrderFigures): readonly LimitBreach[] {
  return limitBp !== null && isBp > limitBp ? [{ code: 'discount', of, limitBp, isBp }] : [];
}

function creditDays(
  of: LimitOf,
  limitDays: number | null,
  { issuedOn, lastDueOn }: OrderFigures,
): readonly LimitBreach[] {
  const isDays = daysBetween(issuedOn, lastDueOn);
  return limitDays !== null && isDays > limitDays ? [{ code: 'credit_days', of, limitDays, isDays }] : [];
}

function creditLimit(
  of: LimitOf,
  limit: number | null,
  { amountFen, givenFen }: OrderFigures,
  { openFen }: OrderStanding,
): readonly LimitBreach[] {
  const orderFen = fen(amountFen - givenFen);
  if (limit === null || openFen + orderFen <= limit) return [];
  return [{ code: 'credit_limit', of, limitFen: fen(limit), openFen, orderFen }];
}

/** Half a fen goes up, as in a line. */
function deposit(depositBp: number, { amountFen, givenFen }: OrderFigures): readonly LimitBreach[] {
  const neededFen = fen(Number((BigInt(amountFen) * BigInt(depositBp) + 5_000n) / 10_000n));
  return givenFen < neededFen ? [{ code: 'deposit', neededFen, givenFen }] : [];
}

function limitOf(breach: LimitBreach): LimitOf | null {
  return 'of' in breach ? breach.of : null;
}

/** How far past its limit, in the breach's own unit: to be compared with another of the same kind only. */
function excessOf(breach: LimitBreach): number {
  switch (breach.code) {
    case 'discount':
      return breach.isBp - breach.limitBp;
    case 'credit_days':
      return breach.isDays - breach.limitDays;
    case 'credit_limit':
      return breach.openFen + breach.orderFen - breach.limitFen;
    case 'deposit':
      return breach.neededFen - breach.givenFen;
    case 'stopped':
    case 'overdue':
      return 0;
  }
}
