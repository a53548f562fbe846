import { type Fen, fen } from '../core/money.ts';
import { lineAmount, type OrderLineFigures } from './order-line.ts';

/** A line as it was sold, and what of it came back already. */
export interface SoldLine extends OrderLineFigures {
  readonly amountFen: Fen;
  readonly returnedE3: number;
  /** Credited for that. */
  readonly creditedFen: Fen;
}

/**
 * The credit for goods that come back: what all that came back so far is worth, rounded as one line, less what was credited
 * before. So it never exceeds the line, in whatever parts it comes back, and the whole line back is the whole amount.
 * Null: more than is left to take back.
 */
export function creditOf(line: SoldLine, quantityE3: number): Fen | null {
  const { quantityE3: soldE3, returnedE3, amountFen, creditedFen } = line;
  const backE3 = returnedE3 + quantityE3;
  if (backE3 > soldE3) return null;
  const worth = backE3 === soldE3 ? amountFen : lineAmount({ ...line, quantityE3: backE3 });
  const credit = worth - creditedFen;
  // The price may have been corrected since a part came back: what was credited then is not asked back.
  return fen(amountFen < 0 ? Math.min(0, credit) : Math.max(0, credit));
}
