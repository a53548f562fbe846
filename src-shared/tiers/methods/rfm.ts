import { type CalendarDate, daysBetween } from '../../core/calendar-date.ts';
import type { Id } from '../../core/id.ts';
import type { Fen } from '../../core/money.ts';
import { fifthCuts } from './quantile.ts';

/** 冠军, 忠诚, 潜力, 新客, 需关注, 流失边缘, 沉睡, 流失: first that fits. */
export const rfmSegments = [
  'champion',
  'loyal',
  'potential',
  'new',
  'needs_attention',
  'at_risk',
  'sleeping',
  'lost',
] as const;
export type RfmSegment = (typeof rfmSegments)[number];

export interface RfmInput {
  readonly customerId: Id;
  readonly orders: number;
  readonly salesFen: Fen;
  readonly lastOrderOn: CalendarDate;
}

export interface RfmScore {
  readonly customerId: Id;
  readonly recencyDays: number;
  readonly orders: number;
  readonly salesFen: Fen;
  /** 1–5 each; 5 is best. */
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly segment: RfmSegment;
}

export interface RfmResult {
  readonly scores: readonly RfmScore[];
  /** Quantiles at 20/40/60/80 %: days, orders, fen. */
  readonly cuts: {
    readonly recency: readonly number[];
    readonly frequency: readonly number[];
    readonly money: readonly number[];
  };
}

/**
 * RFM over customers with orders in the window (domain §4). R = 5 − number of cut points that the days since the last
 * order exceed; F, M = 1 + number that orders, sales exceed. Null: nobody has an order.
 */
export function rfm(customers: readonly RfmInput[], asOf: CalendarDate): RfmResult | null {
  if (customers.length === 0) return null;
  const days = customers.map(({ lastOrderOn }) => daysBetween(lastOrderOn, asOf));
  const recency = fifthCuts(days);
  const frequency = fifthCuts(customers.map(({ orders }) => orders));
  const money = fifthCuts(customers.map(({ salesFen }) => salesFen));
  const scores = customers.map(({ customerId, orders, salesFen }, index): RfmScore => {
    const recencyDays = days[index] ?? 0;
    const r = 5 - recency.exceeded(recencyDays);
    const f = 1 + frequency.exceeded(orders);
    const m = 1 + money.exceeded(salesFen);
    return { customerId, recencyDays, orders, salesFen, r, f, m, segment: segmentOf(r, f, m) };
  });
  return { scores, cuts: { recency: recency.cuts, frequency: frequency.cuts, money: money.cuts } };
}

/** Each score 1–5. */
export function segmentOf(r: number, f: number, m: number): RfmSegment {
  if (r >= 4 && f >= 4 && m >= 4) return 'champion';
  if (r >= 3 && f >= 4) return 'loyal';
  if (r >= 4 && f >= 2) return 'potential';
  if (r >= 4) return 'new';
  if (r === 3) return 'needs_attention';
  if (f >= 4 || m >= 4) return 'at_risk';
  return r === 2 ? 'sleeping' : 'lost';
}
