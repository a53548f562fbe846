import { fillColumn } from '../../core/fill-column.ts';
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

/** Customers with orders in the window, in columns. */
export interface RfmInput {
  readonly recencyDays: Int32Array;
  readonly orders: Int32Array;
  /** Whole fen. */
  readonly salesFen: Float64Array;
}

/** The score of one customer with the values behind it. */
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

/** In the order of the customers that were given. */
export interface RfmScores {
  /** 1–5 each; 5 is best. */
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
}

export interface RfmResult {
  readonly scores: RfmScores;
  /** Quantiles at 20/40/60/80 %: days, orders, fen. */
  readonly cuts: {
    readonly recency: readonly number[];
    readonly frequency: readonly number[];
    readonly money: readonly number[];
  };
}

/** Gives each value its score, 1–5. */
export interface RfmScorer {
  readonly cuts: RfmResult['cuts'];
  readonly r: (recencyDays: number) => number;
  readonly f: (orders: number) => number;
  readonly m: (salesFen: number) => number;
}

/**
 * The cut points over customers with orders in the window (domain §4). R = 5 − number of cut points that the days since
 * the last order exceed; F, M = 1 + number that orders, sales exceed. Null: nobody has an order.
 */
export function rfmScorer({ recencyDays, orders, salesFen }: RfmInput): RfmScorer | null {
  if (orders.length === 0) return null;
  const recency = fifthCuts(recencyDays);
  const frequency = fifthCuts(orders);
  const money = fifthCuts(salesFen);
  return {
    cuts: { recency: recency.cuts, frequency: frequency.cuts, money: money.cuts },
    r: (days) => 5 - recency.exceeded(days),
    f: (count) => 1 + frequency.exceeded(count),
    m: (sales) => 1 + money.exceeded(sales),
  };
}

/** The scores of all of them. Null: nobody has an order. */
export function rfm(input: RfmInput): RfmResult | null {
  const scorer = rfmScorer(input);
  if (!scorer) return null;
  const { recencyDays, orders, salesFen } = input;
  const column = (scoreAt: (place: number) => number) => fillColumn(new Uint8Array(orders.length), scoreAt);
  return {
    scores: {
      r: column((place) => scorer.r(recencyDays[place] ?? 0)),
      f: column((place) => scorer.f(orders[place] ?? 0)),
      m: column((place) => scorer.m(salesFen[place] ?? 0)),
    },
    cuts: scorer.cuts,
  };
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
