import { addMonths, type CalendarDate } from '../../core/calendar-date.ts';
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

export interface Score {
  readonly customerId: Id;
  /** 0–100 each; null: nothing is known, its weight goes to the others in proportion. */
  readonly parts: Readonly<Record<ScorePart, number | null>>;
  /** Unrounded; null: no part with a weight is known. */
  readonly total: number | null;
}

const recordPoints: Readonly<Record<PaymentGrade, number | null>> = { good: 100, fair: 60, poor: 0, unknown: null };

/** Weighted score of domain §4, of all customers together: sales count by rank. */
export function scores(
  customers: readonly CustomerSales[],
  asOf: CalendarDate,
  weights: ScoreWeights,
): readonly Score[] {
  const salesRank = salesRanks(customers);
  return customers.map((customer) => {
    const parts = {
      sales: salesRank(customer.salesFen),
      repeat: repeatPoints(customer.ordersInYear),
      wallet: walletPoints(customer),
      record: recordPoints[customer.grade],
      years: yearsPoints(customer.firstOrderOn, asOf),
      growth: growthPoints(customer),
      loyalty: customer.loyalty,
    };
    return { customerId: customer.customerId, parts, total: weighted(parts, weights) };
  });
}

/** min(orders in 12 months − 1, 5) × 20; an order is no repeat of itself. */
export function repeatPoints(ordersInYear: number): number {
  return Math.max(0, Math.min(ordersInYear - 1, 5)) * 20;
}

/** Null: the yearly need is not known. */
export function walletPoints({
  salesFen,
  yearlyNeedFen,
}: Pick<CustomerSales, 'salesFen' | 'yearlyNeedFen'>): number | null {
  return yearlyNeedFen === null || yearlyNeedFen === 0 ? null : Math.min(100, (100 * salesFen) / yearlyNeedFen);
}

/** min(5, full years since the first order) × 20; null: no order yet. */
export function yearsPoints(firstOrderOn: CalendarDate | null, asOf: CalendarDate): number | null {
  if (firstOrderOn === null) return null;
  let years = 0;
  while (years < 5 && addMonths(firstOrderOn, 12 * (years + 1)) <= asOf) years += 1;
  return years * 20;
}

/** 50 + change in %, held to 0–100; null: no sales the year before. */
function growthPoints({ salesFen, salesYearBeforeFen }: CustomerSales): number | null {
  if (salesYearBeforeFen === 0) return null;
  const change = (100 * (salesFen - salesYearBeforeFen)) / salesYearBeforeFen;
  return Math.max(0, Math.min(100, 50 + change));
}

/**
 * 100 × (customers with fewer sales + ½ of the other ties) ÷ (n − 1), over customers with sales. Without sales: 0. Null
 * for the only one with sales: there is nobody to compare with.
 */
function salesRanks(customers: readonly CustomerSales[]): (salesFen: number) => number | null {
  const sorted = Float64Array.from(customers.map(({ salesFen }) => salesFen).filter((sales) => sales > 0)).sort();
  const points = new Map<number, number>();
  for (let first = 0; first < sorted.length; ) {
    const sales = sorted[first] ?? 0;
    let after = first;
    while (after < sorted.length && sorted[after] === sales) after += 1;
    points.set(sales, (100 * (first + (after - first - 1) / 2)) / (sorted.length - 1));
    first = after;
  }
  return (salesFen) => {
    if (salesFen === 0) return 0;
    return sorted.length < 2 ? null : (points.get(salesFen) ?? null);
  };
}

function weighted(parts: Score['parts'], weights: ScoreWeights): number | null {
  let sum = 0;
  let weight = 0;
  for (const part of scoreParts) {
    const points = parts[part];
    if (points === null || weights[part] === 0) continue;
    sum += points * weights[part];
    weight += weights[part];
  }
  return weight === 0 ? null : sum / weight;
}
