import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';

export interface Concentration {
  /** Of customers with sales, in percent. */
  readonly percent: number;
  readonly customers: number;
  readonly salesFen: Fen;
  readonly totalFen: Fen;
  /** Their share of all sales, unrounded; null: no sales. */
  readonly sharePercent: number | null;
  readonly customerIds: readonly Id[];
}

/** Top k % of customers = ceil(k × customers with sales), by sales, then id (domain §5). `percent` a whole number. */
export function topShare(
  sales: readonly { readonly customerId: Id; readonly salesFen: Fen }[],
  percent: number,
): Concentration {
  const sorted = sales
    .filter(({ salesFen }) => salesFen > 0)
    .sort((a, b) => b.salesFen - a.salesFen || (a.customerId < b.customerId ? -1 : 1));
  // Whole numbers first: 0.07 × 100 is more than 7 in binary.
  const top = sorted.slice(0, Math.ceil((percent * sorted.length) / 100));
  const sum = (rows: typeof sorted) => rows.reduce((total, { salesFen }) => total + salesFen, 0);
  const totalFen = sum(sorted);
  const salesFen = sum(top);
  return {
    percent,
    customers: top.length,
    salesFen: fen(salesFen),
    totalFen: fen(totalFen),
    sharePercent: totalFen === 0 ? null : (100 * salesFen) / totalFen,
    customerIds: top.map(({ customerId }) => customerId),
  };
}

/** The smallest whole percent of customers with sales that makes at least `sharePercent` of sales; null: no sales. */
export function customersForShare(
  sales: readonly { readonly customerId: Id; readonly salesFen: Fen }[],
  sharePercent: number,
): Concentration | null {
  for (let percent = 1; percent <= 100; percent += 1) {
    const found = topShare(sales, percent);
    if (found.sharePercent === null) return null;
    if (found.sharePercent >= sharePercent) return found;
  }
  return null;
}
