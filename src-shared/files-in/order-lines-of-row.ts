import { fen } from '../core/money.ts';
import { err, ok, type Result } from '../core/result.ts';
import { lineAmount } from '../orders/order-line.ts';
import type { RecordNotice } from './import-problem.ts';
import type { ImportValues, ValueProblem } from './import-target.ts';
import { numberOf } from './value-of.ts';

/** The figures of a line, and what a few fen beside them come to. */
export interface RowFigures {
  readonly unitPriceE4: number;
  /** More than 0. */
  readonly quantityE3: number;
  readonly discountBp: number;
  /** What the sheet's amount has more (or less) than price × quantity: a line of its own. In fen; mostly 0. */
  readonly roundingFen: number;
  /** The sheet's quantity, which the figures could not keep. */
  readonly lostQuantityE3: number | null;
  readonly notice: RecordNotice | null;
}

const one = 1_000;
/** No quantity times price beyond this: 100 million yuan. */
const highestPriceE4 = 1_000_000_000_000;
/** Programs round price and amount each for themselves: up to 0.10 yuan is no contradiction. */
const smallestToleranceFen = 10;

/**
 * What a row of an order comes to. Price × quantity × (1 − discount) is the line (domain §1). An amount beside them must be
 * the same: a few fen go to a line of their own, so that the order is what the sheet says; more is a contradiction.
 * Without a price it follows from amount ÷ quantity if that is exact to 1/10,000 yuan; else the line is the amount alone.
 * Goods that come back have a negative price, never a negative quantity.
 * Null: the row gives neither an amount nor a price with its quantity.
 */
export function orderFiguresOf(values: ImportValues): Result<RowFigures | null, ValueProblem> {
  const given = numberOf(values, 'quantity');
  const sign = given !== null && given < 0 ? -1 : 1;
  const quantity = given === null ? null : given * sign;
  const amount = numberOf(values, 'amount');
  const price = numberOf(values, 'unitPrice');
  const discountBp = numberOf(values, 'discount') ?? 0;
  if (price !== null && quantity !== null) return priced(price * sign, quantity, discountBp, amount);
  if (amount === null) return ok(null);
  if (quantity !== null) {
    const unitPriceE4 = nearest(BigInt(amount) * 100_000n, BigInt(quantity));
    const figures = { unitPriceE4, quantityE3: quantity, discountBp: 0 };
    if (Math.abs(unitPriceE4) <= highestPriceE4 && lineAmount(figures) === amount)
      return ok({ ...figures, roundingFen: 0, lostQuantityE3: null, notice: null });
  }
  const unitPriceE4 = amount * 100;
  if (Math.abs(unitPriceE4) > highestPriceE4) return err({ field: 'amount', problem: 'amount_too_large' });
  const isLost = quantity !== null && quantity !== one;
  return ok({
    unitPriceE4,
    quantityE3: one,
    discountBp: 0,
    roundingFen: 0,
    lostQuantityE3: isLost ? (given ?? null) : null,
    notice: isLost ? 'quantity_in_note' : null,
  });
}

/** The quotient to the nearest whole; `divisor` is more than 0. */
function nearest(dividend: bigint, divisor: bigint): number {
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = Number((size * 2n + divisor) / (divisor * 2n));
  return dividend < 0n ? -rounded : rounded;
}

function priced(
  unitPriceE4: number,
  quantityE3: number,
  discountBp: number,
  amount: number | null,
): Result<RowFigures, ValueProblem> {
  const figures = { unitPriceE4, quantityE3, discountBp };
  const exact = (BigInt(Math.abs(unitPriceE4)) * BigInt(quantityE3)) / 1_000_000_000n;
  if (exact > BigInt(highestPriceE4)) return err({ field: 'unitPrice', problem: 'amount_too_large' });
  const roundingFen = amount === null ? 0 : fen(amount - lineAmount(figures));
  // Half of a price's last decimal, times the quantity, is what rounding the price can have cost.
  const tolerance = Math.max(smallestToleranceFen, Math.ceil(quantityE3 / 200_000));
  if (Math.abs(roundingFen) > tolerance) return err({ field: 'amount', problem: 'amount_differs' });
  return ok({ ...figures, roundingFen, lostQuantityE3: null, notice: roundingFen === 0 ? null : 'rounding_line' });
}
