import type { TFunction } from 'i18next';
import { fen, fenToYuanText } from '../../../src-shared/core/money.ts';
import { type ScoreWeights, scoreParts } from '../../../src-shared/tiers/methods/score.ts';
import type { PreviewRow, TierMethodInput } from '../../../src-shared/tiers/segmentation-contract.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';

export interface BecauseWords {
  readonly t: TFunction;
  /** The method the row was worked out with. */
  readonly method: TierMethodInput;
  /** In use, the highest first: a cut stands between each two. */
  readonly tiers: readonly Pick<Tier, 'id' | 'name'>[];
}

type Row = Pick<PreviewRow, 'fromTierId' | 'toTierId' | 'because'>;

/** Why a customer gets its tier, in a sentence with the figures and the cut that decided. */
export function becauseText(words: BecauseWords, row: Row): string {
  const { t } = words;
  const { because } = row;
  switch (because.code) {
    case 'sales':
      return joined(t, t('segmentation.because.sales', { sales: moneyText(because.salesFen) }), cutText(words, row));
    case 'share':
      if (because.salesFen === 0) return t('segmentation.because.noSales');
      return joined(
        t,
        t('segmentation.because.share', { percent: shareText(because.beforeFen, because.totalFen) }),
        cutText(words, row),
      );
    case 'rfm': {
      const { r, f, m, recencyDays, orders, salesFen } = because;
      const sum = t('segmentation.because.rfm', { r, f, m, sum: r + f + m });
      const figures = t('segmentation.because.rfmFigures', {
        count: recencyDays,
        days: countText(recencyDays),
        orders: countText(orders),
        sales: moneyText(salesFen),
      });
      return `${joined(t, sum, cutText(words, row))}${figures}`;
    }
    case 'score':
      if (because.total === null) return t('segmentation.because.nothingToJudge');
      return joined(
        t,
        t('segmentation.because.score', { points: pointsText(because.total, words.method.cuts) }),
        cutText(words, row),
      );
    case 'nothing_to_judge':
      return t('segmentation.because.nothingToJudge');
    case 'no_orders':
      return t('segmentation.because.noOrders');
    case 'pinned':
      return t('segmentation.because.pinned');
    case 'new':
      return t('segmentation.because.new');
  }
}

/** What a score is made of: `销售 72.0 × 40 · 复购 60.0 × 15`, and the parts nothing is known of. Null: no score. */
export function scorePartsText({ t, method }: BecauseWords, { because }: Row): string | null {
  if (because.code !== 'score' || because.total === null || method.kind !== 'score') return null;
  const weights: ScoreWeights = method.weights;
  const weighed = scoreParts.filter((part) => weights[part] > 0);
  const known = weighed.flatMap((part) => {
    const points = because.parts[part];
    const name = t(`segmentation.part.${part}`);
    return points === null ? [] : [`${name} ${points.toFixed(1)} × ${weights[part]}`];
  });
  const unknown = weighed.filter((part) => because.parts[part] === null).map((part) => t(`segmentation.part.${part}`));
  const said = known.join(' · ');
  if (unknown.length === 0) return said;
  return t('segmentation.because.partsUnknown', { parts: said, unknown: unknown.join(t('segmentation.comma')) });
}

/** The cut that was reached; for the last tier, and for who goes down, the one that was not. */
function cutText({ t, method, tiers }: BecauseWords, { fromTierId, toTierId }: Row): string {
  const place = tiers.findIndex(({ id }) => id === toTierId);
  if (place === -1) return '';
  const from = fromTierId === null ? -1 : tiers.findIndex(({ id }) => id === fromTierId);
  const goesDown = from !== -1 && from < place;
  const missed = goesDown ? from : place >= method.cuts.length ? method.cuts.length - 1 : null;
  const at = missed ?? place;
  const [cut, tier] = [method.cuts[at], tiers[at]];
  if (cut === undefined || !tier) return '';
  const kind = method.kind === 'abc' ? 'share' : 'value';
  return t(`segmentation.cut.${missed === null ? 'reached' : 'missed'}.${kind}`, {
    tier: tier.name,
    cut: cutNumberText(method.kind, cut),
  });
}

/** `¥100,000`, `80%`, `13`, `62.5`. */
export function cutNumberText(kind: TierMethodInput['kind'], cut: number): string {
  if (kind === 'thresholds') return wholeYuanText(cut);
  return kind === 'abc' ? `${cut}%` : String(cut);
}

/** Without the two zeroes: a threshold is whole yuan. */
export function wholeYuanText(amount: number): string {
  const [yuan = '0', rest = '00'] = fenToYuanText(fen(amount)).split('.');
  return `¥${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}${rest === '00' ? '' : `.${rest}`}`;
}

/** Rounded down: 79.97 % must not read as the 80 % it is still below. */
function shareText(before: number, total: number): string {
  return `${(Math.floor(Number((BigInt(before) * 10_000n) / BigInt(Math.max(total, 1))) / 10) / 10).toFixed(1)}%`;
}

/** To one decimal, but never up to a cut that was not reached (points are compared unrounded). */
function pointsText(total: number, cuts: readonly number[]): string {
  const rounded = Math.round(total * 10) / 10;
  const isTooKind = cuts.some((cut) => total + 1e-9 < cut && rounded >= cut);
  return (isTooKind ? Math.floor(total * 10) / 10 : rounded).toFixed(1);
}

function joined(t: TFunction, one: string, other: string): string {
  return other === '' ? one : `${one}${t('segmentation.comma')}${other}`;
}
