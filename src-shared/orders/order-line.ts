import { type Fen, fen } from '../core/money.ts';

/** What the amount of a line follows from; whole numbers, so that no fraction is ever rounded twice. */
export interface OrderLineFigures {
  /** 1/10,000 yuan. Negative on a line that takes back. */
  readonly unitPriceE4: number;
  /** 1/1,000 of the unit. */
  readonly quantityE3: number;
  /** Basis points, 0–10,000: 250 is 2.5 %. */
  readonly discountBp: number;
}

/** Price (1e-4) × quantity (1e-3) × share left (1e-4) in yuan, as fen. */
const perFen = 1_000_000_000n;

/**
 * Price × quantity × (1 − discount), rounded half away from zero to the fen, once per line (domain §1). Exact: the product
 * of three whole numbers of this size leaves what a float can hold. Throws RangeError when the amount leaves Fen.
 */
export function lineAmount({ unitPriceE4, quantityE3, discountBp }: OrderLineFigures): Fen {
  const exact = BigInt(unitPriceE4) * BigInt(quantityE3) * BigInt(10_000 - discountBp);
  const size = exact < 0n ? -exact : exact;
  const rounded = (size + perFen / 2n) / perFen;
  return fen(Number(exact < 0n ? -rounded : rounded));
}

/** An order is the sum of its lines, tax included (domain §1). */
export function orderAmount(lines: readonly OrderLineFigures[]): Fen {
  return fen(lines.reduce((sum, line) => sum + lineAmount(line), 0));
}
