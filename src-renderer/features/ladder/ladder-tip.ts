import type { TFunction } from 'i18next';
import type { Ladder, LadderStep } from '../../../src-shared/measures/measures-contract.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';
import { meanText, shareText } from './ladder-numbers.ts';
import styles from './ladder-tip.module.css';

interface TipLine {
  readonly label: string;
  readonly value: string;
  readonly isLoss?: boolean;
}

/**
 * What is said of a step where the pointer rests on it. An element, not markup: the page's policy refuses styles that
 * are written into markup, and a tier's name is text whatever it holds.
 */
export function stepTip(t: TFunction, ladder: Ladder, step: LadderStep, tier: Tier | null): HTMLElement {
  const tip = document.createElement('div');
  tip.className = styles.tip ?? '';
  const title = child(tip, 'strong', tier ? t('tier.named', { name: tier.name }) : t('tier.none'));
  title.className = styles.title ?? '';
  const list = child(tip, 'dl', '');
  for (const { label, value, isLoss } of linesOf(t, ladder, step, tier)) {
    child(list, 'dt', label);
    const figure = child(list, 'dd', value);
    if (isLoss) figure.dataset.loss = '';
  }
  return tip;
}

function child(parent: HTMLElement, tag: 'strong' | 'dl' | 'dt' | 'dd', text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  parent.append(made);
  return made;
}

function linesOf(t: TFunction, { total }: Ladder, step: LadderStep, tier: Tier | null): readonly TipLine[] {
  const withShare = (figure: string, share: string | null) => (share === null ? figure : `${figure} · ${share}`);
  return [
    {
      label: t('ladder.column.customers'),
      value: withShare(countText(step.customers), shareText(step.customers, total.customers)),
    },
    ...(total.profit === null
      ? []
      : [
          {
            label: t('ladder.column.sales'),
            value: withShare(moneyText(step.salesFen), shareText(step.salesFen, total.salesFen)),
          },
          ...meanLines(t, step),
        ]),
    ...(
      [
        [t('ladder.figure.new'), step.new],
        [t('ladder.figure.won_back'), step.wonBack],
        [t('ladder.figure.lost'), step.lost],
      ] as const
    ).map(([label, count]) => ({ label, value: countText(count) })),
    ...(tier === null ? [] : [{ label: t('ladder.column.level'), value: levelText(t, step, tier) }]),
  ];
}

function meanLines(t: TFunction, { meanSalesFen, meanCostFen }: LadderStep): readonly TipLine[] {
  if (meanSalesFen === null || meanCostFen === null) return [];
  const profitFen = meanSalesFen - meanCostFen;
  return [
    { label: t('ladder.meanSales'), value: meanText(meanSalesFen) },
    { label: t('ladder.meanCost'), value: meanText(meanCostFen) },
    { label: t('ladder.column.meanProfit'), value: meanText(profitFen), isLoss: profitFen < 0 },
  ];
}

/** `被动型，建议能动型`: the level its tier has, and another where its number and margin suggest one. */
function levelText(t: TFunction, { advisedLevel, customers }: LadderStep, tier: Tier): string {
  const has = t(`relationshipLevel.${tier.relationshipLevel}`);
  if (advisedLevel === null || customers === 0 || advisedLevel === tier.relationshipLevel) return has;
  return `${has} · ${t('ladder.advised', { level: t(`relationshipLevel.${advisedLevel}`) })}`;
}
