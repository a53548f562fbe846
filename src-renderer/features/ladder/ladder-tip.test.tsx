import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultTiers, type Tier } from '../../../src-shared/tiers/tier.ts';
import { startI18n } from '../../app/i18n.ts';
import { stepTip } from './ladder-tip.ts';
import { aLadder, aStep } from './testing/a-ladder.ts';

const tier = (name: string): Tier => {
  const found = defaultTiers.find((each) => each.name === 'D');
  if (!found) throw new Error('no tier D');
  return { ...found, name, id: name, position: 3, isArchived: false, customerCount: 0 };
};
const costly = aStep('D', {
  customers: 6,
  meanSalesFen: 10_000,
  meanCostFen: 36_000,
  new: 1,
  lost: 2,
  advisedLevel: 'basic',
});
const other = aStep('A', { customers: 2, meanSalesFen: 300_000, meanCostFen: 200_000 });

/** `dt` and `dd` in pairs. */
function linesOf(tip: HTMLElement): readonly string[] {
  return [...tip.querySelectorAll('dt')].map(
    (label) => `${label.textContent}: ${label.nextElementSibling?.textContent}`,
  );
}

beforeAll(() => {
  startI18n('zh-CN');
});

describe('stepTip', () => {
  it('says how many customers a step has, what they bring and cost, who came and went, and which level suits', () => {
    const tip = stepTip(i18next.t, aLadder({ steps: [other, costly] }), costly, tier('D'));
    expect(tip.querySelector('strong')?.textContent).toBe('D 级');
    expect(linesOf(tip)).toEqual([
      '客户数: 6 · 75%',
      '销售: ¥600.00 · 9.1%',
      '户均销售: ¥100',
      '户均成本: ¥360',
      '户均利润: -¥260',
      '新增: 1',
      '赢回: 0',
      '流失: 2',
      '关系水平: 被动型 · 建议基本型',
    ]);
    expect(tip.querySelector('[data-loss]')?.textContent).toBe('-¥260');
  });

  it('keeps money from a reader of counts', () => {
    const counts = [other, costly].map((step) => ({ ...step, profit: null }));
    const tip = stepTip(i18next.t, aLadder({ steps: counts, profit: null }), costly, tier('D'));
    expect(tip.textContent).not.toContain('¥');
    expect(linesOf(tip)[0]).toBe('客户数: 6 · 75%');
  });

  it('takes a tier’s name as text and writes no style into the page', () => {
    const tip = stepTip(i18next.t, aLadder({ steps: [costly] }), costly, tier('<img src=x style="color:red">'));
    expect(tip.querySelector('img')).toBeNull();
    expect(tip.querySelector('[style]')).toBeNull();
  });
});
