import { addDays, type CalendarDate, dayNumber } from '../../core/calendar-date.ts';
import { fillColumn } from '../../core/fill-column.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { abcShares } from './abc.ts';
import type { CustomerSales } from './customer-sales.ts';
import { type RfmScorer, rfmScorer } from './rfm.ts';
import { type ScoreWeights, scores } from './score.ts';
import { becauseOf, type Judgement, type LeftAloneReason, type TierBecause, verdicts } from './tier-because.ts';

/** One cut per tier but the last, the highest tier first. */
export type TierMethod =
  /** Fen of sales in 12 months, descending: at least the cut. */
  | { readonly kind: 'thresholds'; readonly cuts: readonly number[] }
  /** Percent of all sales that come before a customer, ascending. */
  | { readonly kind: 'abc'; readonly cuts: readonly number[] }
  /** Sum of R, F and M, descending. `windowMonths` null: all history. */
  | { readonly kind: 'rfm'; readonly cuts: readonly number[]; readonly windowMonths: number | null }
  /** Points, descending. */
  | { readonly kind: 'score'; readonly cuts: readonly number[]; readonly weights: ScoreWeights };

export type NoProposal =
  /** One cut per tier but the last is needed. */
  | { readonly reason: 'cuts_do_not_match'; readonly needed: number; readonly given: number }
  | { readonly reason: 'cuts_out_of_order' }
  | { readonly reason: 'weights_not_100' }
  | { readonly reason: 'no_orders_in_book' };

/** In columns, in the order of the customers that were given. */
export interface TierProposal {
  /** In the list of tiers, 0 the highest; -1: the method leaves the customer alone. */
  readonly positions: Int16Array;
  /** Places in `verdicts`. */
  readonly verdicts: Uint8Array;
  readonly judgement: Judgement;
}

/** A customer without any order is left alone for so long after it was made (domain §4). */
export const newCustomerDays = 90;

/** Who was made on this day or later is still new. */
export function firstNewDay(asOf: CalendarDate): CalendarDate {
  return addDays(asOf, 1 - newCustomerDays);
}

/**
 * Which tier a method gives each customer as of a day (domain §4). Pinned customers still count in shares, ranks and
 * quantiles: they are sales like others'. Nothing is written.
 */
export function proposeTiers(
  method: TierMethod,
  sales: CustomerSales,
  tierCount: number,
  asOf: CalendarDate,
): Result<TierProposal, NoProposal> {
  const wrong = wrongMethod(method, tierCount);
  if (wrong) return err(wrong);
  const { pinned, orders, isNew } = sales;
  if (orders.every((count) => count === 0)) return err({ reason: 'no_orders_in_book' });
  const { judgement, positions } = judge(method, sales, asOf);
  const verdictOf = new Uint8Array(orders.length);
  const give = (place: number, verdict: Verdict, position: number) => {
    verdictOf[place] = codeOf[verdict];
    positions[place] = position;
  };
  for (let place = 0; place < orders.length; place += 1) {
    if (pinned[place] === 1) give(place, 'pinned', -1);
    else if (orders[place] !== 0) {
      if (positions[place] === -1) give(place, 'nothing_to_judge', tierCount - 1);
    } else if (isNew[place] === 1) give(place, 'new', -1);
    else give(place, 'no_orders', tierCount - 1);
  }
  return ok({ positions, verdicts: verdictOf, judgement });
}

/** Why a customer gets its tier, or is left alone. */
export function reasonAt(
  { verdicts: verdictOf, judgement }: TierProposal,
  place: number,
): TierBecause | { readonly code: LeftAloneReason } {
  const verdict = verdicts[verdictOf[place] ?? -1];
  if (verdict === undefined) throw new Error(`nobody stands at place ${place}`);
  return verdict === 'judged' ? becauseOf(judgement, place) : { code: verdict };
}

type Verdict = (typeof verdicts)[number];
const codeOf = { judged: 0, nothing_to_judge: 1, no_orders: 2, pinned: 3, new: 4 } as const satisfies Record<
  Verdict,
  number
>;

/** Null: the method fits the list of tiers. */
export function wrongMethod(method: TierMethod, tierCount: number): NoProposal | null {
  const { cuts } = method;
  const needed = tierCount - 1;
  if (cuts.length !== needed) return { reason: 'cuts_do_not_match', needed, given: cuts.length };
  const rises = method.kind === 'abc';
  const inOrder = cuts.every((cut, at) => at === 0 || (rises ? cut > (cuts[at - 1] ?? 0) : cut < (cuts[at - 1] ?? 0)));
  if (!inOrder) return { reason: 'cuts_out_of_order' };
  if (method.kind === 'score' && Object.values(method.weights).reduce((sum, weight) => sum + weight, 0) !== 100)
    return { reason: 'weights_not_100' };
  return null;
}

interface Judged {
  readonly judgement: Judgement;
  /** -1: there is nothing to judge by. */
  readonly positions: Int16Array;
}

function judge(method: TierMethod, sales: CustomerSales, asOf: CalendarDate): Judged {
  const { cuts } = method;
  switch (method.kind) {
    case 'thresholds': {
      const { salesFen } = sales;
      return { judgement: { code: 'sales', salesFen }, positions: firstReached(cuts, salesFen) };
    }
    case 'abc': {
      const { salesFen } = sales;
      const { positions, ranks, totalFen } = abcShares(salesFen, cuts);
      return { judgement: { code: 'share', salesFen, ranks, totalFen }, positions };
    }
    case 'rfm':
      return judgeByRfm(cuts, sales, asOf);
    case 'score': {
      const found = scores(sales, asOf, method.weights);
      return {
        judgement: { code: 'score', ...found },
        positions: firstReached(
          cuts,
          found.totals.map((total) => total + nothing),
        ),
      };
    }
  }
}

/** Scored are those with orders in the window; there is nothing to judge the others by. */
function judgeByRfm(cuts: readonly number[], { window }: CustomerSales, asOf: CalendarDate): Judged {
  if (!window) throw new Error('RFM of facts that were not read');
  const { orders, salesFen, lastDays } = window;
  const today = dayNumber(asOf);
  const recencyDays = fillColumn(new Int32Array(orders.length), (place) => today - (lastDays[place] ?? 0));
  const isIn = (place: number) => orders[place] !== 0;
  const scorer = rfmScorer({
    recencyDays: recencyDays.filter((_, place) => isIn(place)),
    orders: orders.filter((count) => count !== 0),
    salesFen: salesFen.filter((_, place) => isIn(place)),
  });
  const scored = (scoreAt: (scorer: RfmScorer, place: number) => number) =>
    fillColumn(new Uint8Array(orders.length), (place) => (scorer && isIn(place) ? scoreAt(scorer, place) : 0));
  const r = scored((by, place) => by.r(recencyDays[place] ?? 0));
  const f = scored((by, place) => by.f(orders[place] ?? 0));
  const m = scored((by, place) => by.m(salesFen[place] ?? 0));
  const sums = fillColumn(new Float64Array(orders.length), (place) =>
    isIn(place) ? (r[place] ?? 0) + (f[place] ?? 0) + (m[place] ?? 0) : Number.NaN,
  );
  return {
    judgement: { code: 'rfm', recencyDays, orders, salesFen, r, f, m },
    positions: firstReached(cuts, sums),
  };
}

/** Points are means of fractions: what is 80 on paper may be a last binary digit less. Far below the digit shown. */
const nothing = 1e-9;

/** Of each value the first tier whose cut it reaches; none: the last. NaN: -1. */
function firstReached(cuts: readonly number[], values: Float64Array): Int16Array {
  return fillColumn(new Int16Array(values.length), (place) => {
    const value = values[place] ?? Number.NaN;
    if (Number.isNaN(value)) return -1;
    let position = 0;
    while (position < cuts.length && value < (cuts[position] ?? 0)) position += 1;
    return position;
  });
}
