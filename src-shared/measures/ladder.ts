import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';
import { relationshipAdvice } from '../tiers/relationship-advice.ts';
import { customersForShare, topShare } from './concentration.ts';
import type { Movement } from './customer-activity.ts';
import type { Ladder, LadderStep, ProfitParts } from './measures-contract.ts';
import { tierMoves } from './tier-moves.ts';

/** A customer over a period [F, T]. */
export interface LadderCustomer {
  readonly customerId: Id;
  /** On F − 1; null: 未分级. */
  readonly tierBefore: Id | null;
  /** On T. */
  readonly tierAfter: Id | null;
  readonly movement: Movement;
  readonly isActiveBefore: boolean;
  readonly isActiveAfter: boolean;
  readonly lastOrderOn: CalendarDate | null;
  readonly profit: ProfitParts;
}

/** Everything of the ladder but its name and period. */
export type LadderFigures = Omit<Ladder, 'ladderId' | 'from' | 'to'>;

/**
 * 客户阶梯 over [F, T] (domain §5): per tier on T the width is customers and the height Σ sales ÷ customers; new and won
 * back by tier on T, lost by tier on F − 1. `tierIds` from the highest; 未分级 is the last step.
 */
export function ladderFigures(customers: readonly LadderCustomer[], tierIds: readonly Id[]): LadderFigures {
  const after = Map.groupBy(customers, ({ tierAfter }) => tierAfter);
  const lost = Map.groupBy(
    customers.filter(({ movement }) => movement === 'lost'),
    ({ tierBefore }) => tierBefore,
  );
  const known = new Set<Id | null>([...tierIds, null]);
  // A tier that was archived keeps its step while anybody stood on it.
  const others = [...new Set([...after.keys(), ...lost.keys()])].filter((tierId) => !known.has(tierId));
  const order = [...tierIds, ...others, null];
  const steps = order.map((tierId) => stepOf(tierId, after.get(tierId) ?? [], lost.get(tierId)?.length ?? 0));
  const ids = order.filter((tierId) => tierId !== null);
  const moves = tierMoves(
    new Map(customers.map(({ customerId, tierBefore }) => [customerId, tierBefore])),
    new Map(customers.map(({ customerId, tierAfter }) => [customerId, tierAfter])),
    (tierId) => ids.indexOf(tierId),
  );
  const sales = customers.map(({ customerId, profit }) => ({ customerId, salesFen: profit.salesFen }));
  const count = (is: (customer: LadderCustomer) => boolean) => customers.filter(is).length;
  const total = sumOf(customers);
  return {
    steps,
    moves: moves.moves.map(({ from, to, customerIds }) => ({
      fromTierId: from,
      toTierId: to,
      customers: customerIds.length,
    })),
    activeBefore: count(({ isActiveBefore }) => isActiveBefore),
    activeAfter: count(({ isActiveAfter }) => isActiveAfter),
    new: count(({ movement }) => movement === 'new'),
    lost: count(({ movement }) => movement === 'lost'),
    wonBack: count(({ movement }) => movement === 'won_back'),
    upgraded: moves.upgraded.length,
    downgraded: moves.downgraded.length,
    present: moves.present,
    top: withoutIds(topShare(sales, topPercent)),
    half: withoutIds(customersForShare(sales, halfPercent)),
    total: { customers: customers.length, salesFen: total.salesFen, profit: total },
  };
}

/** The sentences of concentration: what the first fifth makes, and how few make half. */
export const topPercent = 20;
export const halfPercent = 50;

function stepOf(tierId: Id | null, members: readonly LadderCustomer[], lost: number): LadderStep {
  const profit = sumOf(members);
  const customers = members.length;
  const cost = profit.salesFen - profit.profitFen;
  const having = (movement: Movement) => members.filter((member) => member.movement === movement).length;
  return {
    tierId,
    customers,
    meanSalesFen: customers === 0 ? null : profit.salesFen / customers,
    meanCostFen: customers === 0 ? null : cost / customers,
    profit,
    salesFen: profit.salesFen,
    new: having('new'),
    lost,
    wonBack: having('won_back'),
    advisedLevel: relationshipAdvice(customers, marginPercent(profit)),
  };
}

/** Null: no sales, or none of which the cost is known. */
function marginPercent({ salesFen, salesWithoutCostFen, goodsCostFen }: ProfitParts): number | null {
  const known = salesFen - salesWithoutCostFen;
  return known <= 0 ? null : (100 * (known - goodsCostFen)) / known;
}

function sumOf(customers: readonly LadderCustomer[]): ProfitParts {
  const sum = (part: (profit: ProfitParts) => Fen) =>
    fen(customers.reduce((total, { profit }) => total + part(profit), 0));
  return {
    salesFen: sum(({ salesFen }) => salesFen),
    goodsCostFen: sum(({ goodsCostFen }) => goodsCostFen),
    salesWithoutCostFen: sum(({ salesWithoutCostFen }) => salesWithoutCostFen),
    concessionFen: sum(({ concessionFen }) => concessionFen),
    serviceFen: sum(({ serviceFen }) => serviceFen),
    writeOffFen: sum(({ writeOffFen }) => writeOffFen),
    profitFen: sum(({ profitFen }) => profitFen),
  };
}

function withoutIds(found: ReturnType<typeof customersForShare>): Ladder['top'] {
  if (!found || found.sharePercent === null) return null;
  const { customerIds: _ids, ...shown } = found;
  return shown;
}

/** Profit = sales − cost of the goods sold − concessions not on a line − cost to serve − write-offs (domain §5). */
export function profitOf(parts: Omit<ProfitParts, 'profitFen'>): ProfitParts {
  const { salesFen, goodsCostFen, concessionFen, serviceFen, writeOffFen } = parts;
  return { ...parts, profitFen: fen(salesFen - goodsCostFen - concessionFen - serviceFen - writeOffFen) };
}
