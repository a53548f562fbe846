import type { TFunction } from 'i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Ladder, LadderStep } from '../../../src-shared/measures/measures-contract.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import type { Language } from '../../../src-shared/workspace/workspace-contract.ts';
import { countText } from '../../text/number-text.ts';
import type { DrawingWords } from './ladder-drawing.ts';
import type { LadderListRequest } from './ladder-list-request.ts';
import { meanText, scaleText, shareText } from './ladder-numbers.ts';
import type { LadderShape } from './ladder-shape.ts';

export function tierName(t: TFunction, tiers: readonly Tier[], tierId: Id | null): string {
  const tier = tiers.find(({ id }) => id === tierId);
  return tier ? t('tier.named', { name: tier.name }) : t('tier.none');
}

/** What the picture says in one sentence: how few make how much, or that nothing was sold. */
export function headlineText(t: TFunction, { half, total }: Ladder): string {
  if (total.customers === 0) return t('ladder.nobodyYet');
  if (total.profit === null) return t('ladder.headlineCounts', countsOf(total.customers));
  if (half === null || half.sharePercent === null) return t('ladder.noSales');
  return t('ladder.headline', { percent: `${half.percent}%`, share: shareText(half.sharePercent, 100) });
}

function countsOf(count: number) {
  return { count, shown: countText(count) };
}

/** The step on which most is lost: its customers cost more than they buy; null: none does. */
export function losingStep({ steps }: Ladder): (LadderStep & { readonly lossPerCustomerFen: number }) | null {
  const losing = steps.flatMap((step) => {
    const { meanSalesFen, meanCostFen, customers } = step;
    if (meanSalesFen === null || meanCostFen === null || meanCostFen <= meanSalesFen) return [];
    return [
      { ...step, lossPerCustomerFen: meanCostFen - meanSalesFen, lossFen: (meanCostFen - meanSalesFen) * customers },
    ];
  });
  return losing.sort((a, b) => b.lossFen - a.lossFen)[0] ?? null;
}

/** The step that most profit comes from, and whether it is one between the highest and the lowest; null: no profit at all. */
export function earningStep({ steps, total }: Ladder): { readonly step: LadderStep; readonly share: string } | null {
  if (total.profit === null || total.profit.profitFen <= 0) return null;
  const best = steps.reduce<LadderStep | null>(
    (found, step) => ((step.profit?.profitFen ?? 0) > (found?.profit?.profitFen ?? 0) ? step : found),
    null,
  );
  const share = best?.profit ? shareText(best.profit.profitFen, total.profit.profitFen) : null;
  return best && share !== null ? { step: best, share } : null;
}

/** Over a list: 新增 · B 级, and how long the period is. */
export function listTitle(
  t: TFunction,
  tiers: readonly Tier[],
  request: LadderListRequest,
  { from, to }: Ladder,
): string {
  const ways = request.moves?.map(
    ({ fromTierId, toTierId }) => `${tierName(t, tiers, fromTierId)} → ${tierName(t, tiers, toTierId)}`,
  );
  const parts = [
    t(`ladder.listOf.${request.list}`),
    ...(request.tierId === undefined ? [] : [tierName(t, tiers, request.tierId)]),
    ...(ways ? [ways.join(t('ladder.and'))] : []),
    t('ladder.periodOf', { from, to }),
  ];
  return parts.join(' · ');
}

export function drawingWords(
  t: TFunction,
  tiers: readonly Tier[],
  { bracket, measure, bars }: LadderShape,
  language: Language,
): DrawingWords {
  const total = bars.reduce((sum, { customers }) => sum + customers, 0);
  return {
    name: ({ tierId, customers }) => `${tierName(t, tiers, tierId)}  ${t('ladder.customers', countsOf(customers))}`,
    mean: ({ height }) => (measure === 'money' ? t('ladder.mean', { amount: meanText(height) }) : ''),
    scale: (height) =>
      measure === 'money' ? scaleText(height, language) : Number.isInteger(height) ? countText(height) : '',
    bracket: bracket
      ? t('ladder.bracket', {
          percent: `${bracket.percent}%`,
          ...countsOf(bracket.customers),
          share: shareText(bracket.sharePercent, 100),
        })
      : '',
    total: total === 0 ? '' : t('ladder.customers', countsOf(total)),
  };
}
