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

interface CustomerSum {
  readonly customerId: Id;
  readonly salesFen: Fen;
}

/** Top k % of customers = ceil(k × customers with sales), by sales, then id (domain §5). `percent` a whole number. */
export function topShare(sales: readonly CustomerSum[], percent: number): Concentration {
  return shareOf(bySales(sales), percent);
}

/** The smallest whole percent of customers with sales that makes at least `sharePercent` of sales; null: no sales. */
export function customersForShare(sales: readonly CustomerSum[], sharePercent: number): Concentration | null {
  const sorted = bySales(sales);
  for (let percent = 1; percent <= 100; percent += 1) {
    const found = shareOf(sorted, percent);
    if (found.sharePercent === null) return null;
    if (found.sharePercent >= sharePercent) return found;
  }
  return null;
}

/** Those with sales, most first, and what they all come to. */
function bySales(sales: readonly CustomerSum[]) {
  const rows = sales
    .filter(({ salesFen }) => salesFen > 0)
    .sort((a, b) => b.salesFen - a.salesFen || (a.customerId < b.customerId ? -1 : 1));
  return { rows, totalFen: sumOf(rows) };
}

function shareOf({ rows, totalFen }: ReturnType<typeof bySales>, percent: number): Concentration {
  // Whole numbers first: 0.07 × 100 is more than 7 in binary.
  const top = rows.slice(0, Math.ceil((percent * rows.length) / 100));
  const salesFen = sumOf(top);
  return {
    percent,
    customers: top.length,
    salesFen: fen(salesFen),
    totalFen: fen(totalFen),
    sharePercent: totalFen === 0 ? null : (100 * salesFen) / totalFen,
    customerIds: top.map(({ customerId }) => customerId),
  };
}

function sumOf(rows: readonly CustomerSum[]): number {
  return rows.reduce((total, { salesFen }) => total + salesFen, 0);
}
