import { addMonths, type CalendarDate, fromDayNumber } from '../../core/calendar-date.ts';
import { fillColumn } from '../../core/fill-column.ts';
import type { Id } from '../../core/id.ts';
import type { PaymentGrade } from '../../payments/payment-record.ts';
import type { CustomerSales } from './customer-sales.ts';

export const scoreParts = ['sales', 'repeat', 'wallet', 'record', 'years', 'growth', 'loyalty'] as const;
export type ScorePart = (typeof scoreParts)[number];
/** Whole percent; they sum to 100. Loyalty is a part only where the user gives it a weight. */
export type ScoreWeights = Readonly<Record<ScorePart, number>>;

export const defaultScoreWeights: ScoreWeights = {
  sales: 40,
  repeat: 15,
  wallet: 15,
  record: 15,
  years: 10,
  growth: 5,
  loyalty: 0,
};

/** The score of one customer. */
export interface Score {
  readonly customerId: Id;
  /** 0–100 each; null: nothing is known, its weight goes to the others in proportion. */
  readonly parts: Readonly<Record<ScorePart, number | null>>;
  /** Unrounded; null: no part with a weight is known. */
  readonly total: number | null;
}

/** In the order of the customers that were given. NaN: not known. */
export interface Scores {
  readonly parts: Readonly<Record<ScorePart, Float64Array>>;
  readonly totals: Float64Array;
}

/** In a column of points. */
const unknown = Number.NaN;

const recordPoints: Readonly<Record<PaymentGrade, number>> = { good: 100, fair: 60, poor: 0, unknown: unknown };

/** Weighted score of domain §4, of all customers together: sales count by rank. */
export function scores({ salesFen, scored }: CustomerSales, asOf: CalendarDate, weights: ScoreWeights): Scores {
  if (!scored) throw new Error('a score of facts that were not read');
  const { ordersInYear, salesYearBeforeFen, firstDays, yearlyNeedFen, grades, loyalty } = scored;
  const columnOf = (pointsOf: (place: number) => number) => fillColumn(new Float64Array(salesFen.length), pointsOf);
  const salesRank = salesRanks(salesFen);
  const yearsPointsOf = yearsPointsOn(asOf);
  const parts = {
    sales: columnOf((place) => salesRank(salesFen[place] ?? 0)),
    repeat: columnOf((place) => repeatPoints(ordersInYear[place] ?? 0)),
    wallet: columnOf((place) => {
      const need = yearlyNeedFen[place] ?? unknown;
      return (
        walletPoints({ salesFen: salesFen[place] ?? 0, yearlyNeedFen: Number.isNaN(need) ? null : need }) ?? unknown
      );
    }),
    record: columnOf((place) => recordPoints[grades[place] ?? 'unknown']),
    years: columnOf((place) => yearsPointsOf(firstDays[place] ?? unknown)),
    growth: columnOf((place) => growthPoints(salesFen[place] ?? 0, salesYearBeforeFen[place] ?? 0)),
    loyalty,
  };
  return { parts, totals: columnOf((place) => weighted(parts, weights, place)) };
}

/** min(orders in 12 months − 1, 5) × 20; an order is no repeat of itself. */
export function repeatPoints(ordersInYear: number): number {
  return Math.max(0, Math.min(ordersInYear - 1, 5)) * 20;
}

/** Null: the yearly need is not known. */
export function walletPoints({
  salesFen,
  yearlyNeedFen,
}: {
  readonly salesFen: number;
  readonly yearlyNeedFen: number | null;
}): number | null {
  return yearlyNeedFen === null || yearlyNeedFen === 0 ? null : Math.min(100, (100 * salesFen) / yearlyNeedFen);
}

/** min(5, full years since the first order) × 20; null: no order yet. */
export function yearsPoints(firstOrderOn: CalendarDate | null, asOf: CalendarDate): number | null {
  if (firstOrderOn === null) return null;
  let years = 0;
  while (years < 5 && addMonths(firstOrderOn, 12 * (years + 1)) <= asOf) years += 1;
  return years * 20;
}

/** yearsPoints of day numbers: the first orders of a hundred thousand customers lie on a few thousand days. */
function yearsPointsOn(asOf: CalendarDate): (firstDay: number) => number {
  const known = new Map<number, number>();
  return (firstDay) => {
    if (Number.isNaN(firstDay)) return unknown;
    const points = known.get(firstDay) ?? yearsPoints(fromDayNumber(firstDay), asOf) ?? unknown;
    known.set(firstDay, points);
    return points;
  };
}

/** 50 + change in %, held to 0–100; NaN: no sales the year before. */
function growthPoints(salesFen: number, salesYearBeforeFen: number): number {
  if (salesYearBeforeFen === 0) return unknown;
  const change = (100 * (salesFen - salesYearBeforeFen)) / salesYearBeforeFen;
  return Math.max(0, Math.min(100, 50 + change));
}

/**
 * 100 × (customers with fewer sales + ½ of the other ties) ÷ (n − 1), over customers with sales. Without sales: 0. NaN for
 * the only one with sales: there is nobody to compare with.
 */
function salesRanks(salesFen: Float64Array): (sales: number) => number {
  const sorted = salesFen.filter((sales) => sales > 0).sort();
  const points = new Map<number, number>();
  for (let first = 0; first < sorted.length; ) {
    const sales = sorted[first] ?? 0;
    let after = first;
    while (after < sorted.length && sorted[after] === sales) after += 1;
    points.set(sales, (100 * (first + (after - first - 1) / 2)) / (sorted.length - 1));
    first = after;
  }
  return (sales) => {
    if (sales === 0) return 0;
    return sorted.length < 2 ? unknown : (points.get(sales) ?? unknown);
  };
}

function weighted(parts: Scores['parts'], weights: ScoreWeights, place: number): number {
  let sum = 0;
  let weight = 0;
  for (const part of scoreParts) {
    const points = parts[part][place] ?? unknown;
    if (Number.isNaN(points) || weights[part] === 0) continue;
    sum += points * weights[part];
    weight += weights[part];
  }
  return weight === 0 ? unknown : sum / weight;
}
