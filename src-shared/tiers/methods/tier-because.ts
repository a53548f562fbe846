import { type Fen, fen } from '../../core/money.ts';
import { beforeFen, type SalesAbove } from './abc.ts';
import { type RfmScore, type RfmScores, segmentOf } from './rfm.ts';
import { type Score, type Scores, scoreParts } from './score.ts';

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

/** Why a method passes a customer by. */
export type LeftAloneReason = 'pinned' | 'new';

/** What became of a customer; `judged`: the figures of the judgement say why. */
export const verdicts = ['judged', 'nothing_to_judge', 'no_orders', 'pinned', 'new'] as const;
export type Verdict = (typeof verdicts)[number];

/** The figures a method judged by, in columns: place k is that of the customer. */
export type Judgement =
  | { readonly code: 'sales'; readonly salesFen: Float64Array }
  | {
      readonly code: 'share';
      readonly salesFen: Float64Array;
      readonly ranks: SalesAbove;
      readonly totalFen: Fen;
    }
  | ({
      readonly code: 'rfm';
      readonly recencyDays: Int32Array;
      readonly orders: Int32Array;
      readonly salesFen: Float64Array;
    } & RfmScores)
  | ({ readonly code: 'score' } & Scores);

/** The figures of one customer that was judged. */
export function becauseOf(judgement: Judgement, place: number): TierBecause {
  const at = (column: ArrayLike<number>) => column[place] ?? 0;
  switch (judgement.code) {
    case 'sales':
      return { code: 'sales', salesFen: fen(at(judgement.salesFen)) };
    case 'share': {
      const { ranks, totalFen } = judgement;
      const salesFen = fen(at(judgement.salesFen));
      return { code: 'share', salesFen, beforeFen: beforeFen(ranks, salesFen), totalFen };
    }
    case 'rfm': {
      const [r, f, m] = [at(judgement.r), at(judgement.f), at(judgement.m)];
      return {
        code: 'rfm',
        recencyDays: at(judgement.recencyDays),
        orders: at(judgement.orders),
        salesFen: fen(at(judgement.salesFen)),
        ...{ r, f, m },
        segment: segmentOf(r, f, m),
      };
    }
    case 'score': {
      const known = (points: Float64Array) => (Number.isNaN(at(points)) ? null : at(points));
      // Safe: one per part.
      const parts = Object.fromEntries(
        scoreParts.map((part) => [part, known(judgement.parts[part])]),
      ) as Score['parts'];
      return { code: 'score', parts, total: known(judgement.totals) };
    }
  }
}
