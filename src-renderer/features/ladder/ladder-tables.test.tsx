import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ladder } from '../../../src-shared/measures/measures-contract.ts';
import { defaultTiers, type Tier } from '../../../src-shared/tiers/tier.ts';
import { startI18n } from '../../app/i18n.ts';
import { LadderFigures } from './ladder-figures.tsx';
import type { LadderListRequest } from './ladder-list-request.ts';
import { LadderNotes } from './ladder-notes.tsx';
import { ProfitTable, StepTable } from './ladder-tables.tsx';
import { aLadder, aStep } from './testing/a-ladder.ts';

const tiers: readonly Tier[] = defaultTiers.map((tier, position) => ({
  ...tier,
  id: tier.name,
  position,
  isArchived: false,
  customerCount: 0,
}));

let opened: LadderListRequest[];
const onOpen = (request: LadderListRequest) => opened.push(request);
beforeAll(() => {
  startI18n('zh-CN');
});
beforeEach(() => {
  opened = [];
});
afterEach(cleanup);

const steps = [
  aStep('A', { customers: 2, meanSalesFen: 300_000, meanCostFen: 200_000, new: 1, advisedLevel: 'proactive' }),
  aStep('D', { customers: 6, meanSalesFen: 10_000, meanCostFen: 36_000, lost: 2, advisedLevel: 'reactive' }),
];

function show(ladder: Ladder): void {
  render(
    <>
      <LadderFigures ladder={ladder} onOpen={onOpen} />
      <StepTable ladder={ladder} tiers={tiers} onOpen={onOpen} />
      <LadderNotes ladder={ladder} tiers={tiers} onOpen={onOpen} />
      <ProfitTable ladder={ladder} tiers={tiers} onOpen={onOpen} />
    </>,
  );
}

describe('the numbers of the ladder', () => {
  it('open the customers behind them, a tier alone where the number is of a tier', async () => {
    show(aLadder({ steps, new: 1, lost: 2, activeBefore: 8, activeAfter: 7 }));
    const figures = within(screen.getByRole('list', { name: '客户变动' }));
    await userEvent.click(figures.getByRole('button', { name: /新增/ }));
    await userEvent.click(screen.getByRole('button', { name: 'D 级 2 家，看流失名单' }));
    await userEvent.click(screen.getByRole('button', { name: /A 级利润/ }));
    expect(opened).toEqual([
      { list: 'new' },
      { list: 'lost', tierId: 'D' },
      { list: 'customers', tierId: 'A', sort: 'profit' },
    ]);
  });

  it('say a dash where there is nobody to compare with, and lead nowhere at none', () => {
    show(aLadder({ steps, new: 1 }));
    const figures = within(screen.getByRole('list', { name: '客户变动' }));
    expect(figures.getByRole('button', { name: /新增/ }).textContent).toBe('新增1—');
    expect(figures.getByRole('button', { name: /赢回/ }).hasAttribute('disabled')).toBe(true);
    expect(figures.getByRole('button', { name: /保持率/ }).textContent).toContain('—');
  });

  it('show the level a tier has, and another only where one is suggested', () => {
    show(aLadder({ steps }));
    const table = within(screen.getByRole('table', { name: '各级数字' }));
    const [, a, d] = table.getAllByRole('row');
    expect(a?.textContent).toContain('伙伴型 建议能动型');
    expect(d?.textContent).toMatch(/被动型$/);
  });

  it('say in words how much of the sales has no cost', () => {
    const ladder = aLadder({ steps });
    const { profit } = ladder.total;
    if (!profit) throw new Error('an owner sees profit');
    show({ ...ladder, total: { ...ladder.total, profit: { ...profit, salesWithoutCostFen: profit.salesFen } } });
    expect(screen.getByText(/有 ¥6,600\.00 的销售（100%）没有填成本/)).toBeTruthy();
  });

  it('keep money from a reader of counts', () => {
    show(aLadder({ steps: steps.map((step) => ({ ...step, profit: null })), profit: null, new: 1 }));
    expect(screen.queryByRole('table', { name: '各级利润' })).toBeNull();
    expect(document.body.textContent).not.toContain('¥');
    expect(screen.queryByRole('columnheader', { name: '销售' })).toBeNull();
  });
});
