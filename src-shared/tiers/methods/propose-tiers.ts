import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import type { Id } from '../../core/id.ts';
import type { Fen } from '../../core/money.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { abcShares } from './abc.ts';
import type { CustomerSales } from './customer-sales.ts';
import { type RfmScore, rfm } from './rfm.ts';
import { type Score, type ScoreWeights, scores } from './score.ts';

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

/** Why a customer gets its tier, in figures; the sentence is the window's. */
export type TierBecause =
  | { readonly code: 'sales'; readonly salesFen: Fen }
  | { readonly code: 'share'; readonly salesFen: Fen; readonly beforeFen: Fen; readonly totalFen: Fen }
  | ({ readonly code: 'rfm' } & Omit<RfmScore, 'customerId'>)
  | ({ readonly code: 'score' } & Omit<Score, 'customerId'>)
  /** No order in the window of RFM, or nothing known to score by: the last tier. */
  | { readonly code: 'nothing_to_judge' }
  /** No order at all, and not new any more: the last tier. */
  | { readonly code: 'no_orders' };

export interface ProposedTier {
  readonly customerId: Id;
  /** In the list of tiers, 0 the highest. */
  readonly position: number;
  readonly because: TierBecause;
}

/** A customer that the method does not touch. */
export interface TierLeftAlone {
  readonly customerId: Id;
  readonly reason: 'pinned' | 'new';
}

export type NoProposal =
  /** One cut per tier but the last is needed. */
  | { readonly reason: 'cuts_do_not_match'; readonly needed: number; readonly given: number }
  | { readonly reason: 'cuts_out_of_order' }
  | { readonly reason: 'weights_not_100' }
  | { readonly reason: 'no_orders_in_book' };

export interface TierProposal {
  readonly tiers: readonly ProposedTier[];
  readonly leftAlone: readonly TierLeftAlone[];
}

/** A customer without any order is left alone for so long after it was made (domain §4). */
export const newCustomerDays = 90;

/**
 * Which tier a method gives each customer as of a day (domain §4). Pinned customers still count in shares, ranks and
 * quantiles: they are sales like others'. Nothing is written.
 */
export function proposeTiers(
  method: TierMethod,
  customers: readonly CustomerSales[],
  tierCount: number,
  asOf: CalendarDate,
): Result<TierProposal, NoProposal> {
  const wrong = wrongMethod(method, tierCount);
  if (wrong) return err(wrong);
  if (customers.every(({ orders }) => orders === 0)) return err({ reason: 'no_orders_in_book' });
  const judged = judge(method, customers, asOf);
  const tiers: ProposedTier[] = [];
  const leftAlone: TierLeftAlone[] = [];
  for (const { customerId, pinnedReason, orders, createdOn } of customers) {
    if (pinnedReason !== null) leftAlone.push({ customerId, reason: 'pinned' });
    else if (orders > 0) {
      const { position, because } = judged.get(customerId) ?? {
        position: tierCount - 1,
        because: { code: 'nothing_to_judge' as const },
      };
      tiers.push({ customerId, position, because });
    } else if (asOf < addDays(createdOn, newCustomerDays)) leftAlone.push({ customerId, reason: 'new' });
    else tiers.push({ customerId, position: tierCount - 1, because: { code: 'no_orders' } });
  }
  return ok({ tiers, leftAlone });
}

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

type Judged = ReadonlyMap<Id, Pick<ProposedTier, 'position' | 'because'>>;

function judge(method: TierMethod, customers: readonly CustomerSales[], asOf: CalendarDate): Judged {
  switch (method.kind) {
    case 'thresholds':
      return new Map(
        customers.map(({ customerId, salesFen }) => [
          customerId,
          { position: firstReached(method.cuts, salesFen), because: { code: 'sales', salesFen } },
        ]),
      );
    case 'abc':
      return new Map(
        abcShares(customers, method.cuts).map(({ customerId, position, salesFen, beforeFen, totalFen }) => [
          customerId,
          { position, because: { code: 'share', salesFen, beforeFen, totalFen } },
        ]),
      );
    case 'rfm':
      return new Map(
        rfmOf(customers, asOf).map(({ customerId, ...score }) => [
          customerId,
          { position: firstReached(method.cuts, score.r + score.f + score.m), because: { code: 'rfm', ...score } },
        ]),
      );
    case 'score':
      return new Map(
        scores(customers, asOf, method.weights).flatMap(({ customerId, ...score }) =>
          score.total === null
            ? []
            : [
                [
                  customerId,
                  { position: firstReached(method.cuts, score.total + nothing), because: { code: 'score', ...score } },
                ] as const,
              ],
        ),
      );
  }
}

function rfmOf(customers: readonly CustomerSales[], asOf: CalendarDate): readonly RfmScore[] {
  const inWindow = customers.flatMap(({ customerId, rfm: window }) => (window ? [{ customerId, ...window }] : []));
  return rfm(inWindow, asOf)?.scores ?? [];
}

/** Points are means of fractions: what is 80 on paper may be a last binary digit less. Far below the digit shown. */
const nothing = 1e-9;

/** The first tier whose cut the value reaches; none: the last. */
function firstReached(cuts: readonly number[], value: number): number {
  const found = cuts.findIndex((cut) => value >= cut);
  return found === -1 ? cuts.length : found;
}
