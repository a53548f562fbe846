import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WarnedCustomer } from '../../../src-shared/warnings/warnings-contract.ts';
import { closeAllToasts, useToastStore } from '../../state/toasts.ts';
import { day, openWindow, show, writes } from './testing/warnings-window.tsx';
import { WarningsSection } from './warnings-section.tsx';

const wang: WarnedCustomer = {
  customerId: 'wang',
  customerName: '王记建材',
  tierId: 'a',
  isPinned: true,
  ownerId: 'boss',
  contactName: '王建国',
  phone: '13706506188',
  warnings: [
    { code: 'silent', days: 45, cadenceDays: 7 },
    { code: 'no_order_for_long', days: 63, medianGap: 28, lastOrderOn: day('2025-12-08'), orderIds: [] },
  ],
};
const chen: WarnedCustomer = {
  ...wang,
  customerId: 'chen',
  customerName: '陈氏五金',
  tierId: null,
  isPinned: false,
  phone: null,
  warnings: [{ code: 'overdue', days: 38, receivableIds: ['r'] }],
};

const told = { open: vi.fn(), showAll: vi.fn(), winBack: vi.fn() };

async function section(total = 2) {
  show(
    <WarningsSection
      customers={[wang, chen]}
      total={total}
      paneId={null}
      onOpen={told.open}
      onShowAll={told.showAll}
      onWinBack={told.winBack}
      lineFor={({ name, isCall, onClose }) => (
        <button type="button" onClick={onClose}>
          {isCall ? '电话' : '跟进'}：{name}
        </button>
      )}
    />,
  );
  await screen.findAllByRole('button', { name: /^稍后提醒/ });
  return within(screen.getByRole('region', { name: '流失预警' }));
}

beforeEach(() => {
  openWindow({});
  for (const each of Object.values(told)) each.mockReset();
});
afterEach(() => {
  cleanup();
  closeAllToasts();
  vi.unstubAllGlobals();
});

describe('流失预警 on Today', () => {
  it('says of each customer every reason, whom to call, and that a tier is pinned', async () => {
    const list = await section();
    const [first, second] = list.getAllByRole('listitem').filter((item) => item.dataset.customer !== undefined);
    expect(first?.textContent).toContain('A 级，45 天未联系（节奏 7 天）');
    expect(first?.textContent).toContain('已 63 天未下单，平时每 28 天一次');
    expect(within(first ?? document.body).getByLabelText('等级已固定')).toBeTruthy();
    expect(second?.textContent).toContain('逾期 38 天');
    await userEvent.click(list.getByRole('button', { name: '陈氏五金' }));
    expect(told.open).toHaveBeenCalledWith('chen');
  });

  it('opens the line of a call by the phone, that of a talk by 记跟进, and one at a time', async () => {
    const list = await section();
    await userEvent.click(list.getByRole('button', { name: /^打电话给 王记建材/ }));
    expect(list.getByRole('button', { name: '电话：王记建材' })).toBeTruthy();
    const logs = list.getAllByText('记跟进');
    await userEvent.click(logs[1] ?? document.body);
    expect(list.queryByRole('button', { name: '电话：王记建材' })).toBeNull();
    await userEvent.click(list.getByRole('button', { name: '跟进：陈氏五金' }));
    expect(list.queryByRole('button', { name: '跟进：陈氏五金' })).toBeNull();
  });

  it('puts one reason off and leaves the others', async () => {
    const list = await section();
    await userEvent.click(list.getByRole('button', { name: '稍后提醒：A 级，45 天未联系（节奏 7 天）' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: '1 个月后' }));
    await waitFor(() => expect(useToastStore.getState().toasts.at(-1)?.undoBatchId).toBe('snoozed'));
    expect(writes()).toEqual([
      { procedure: 'warnings.snooze', input: { customerId: 'wang', code: 'silent', untilOn: '2026-03-09' } },
    ]);
  });

  it('takes a note of what was done, or none, by Enter, and nothing by Esc, where the focus comes back', async () => {
    const list = await section();
    const mark = () => list.getByRole('button', { name: '已处理：逾期 38 天' });
    await userEvent.click(mark());
    await userEvent.keyboard('打过电话{Escape}');
    expect(writes()).toEqual([]);
    expect(document.activeElement).toBe(mark());
    await userEvent.keyboard('{Enter}');
    await userEvent.type(list.getByRole('textbox', { name: '怎么处理的' }), '周五付{Enter}');
    await userEvent.click(mark());
    await userEvent.keyboard('{Enter}');
    expect(writes().map(({ input }) => input)).toEqual([
      { customerId: 'chen', code: 'overdue', note: '周五付' },
      { customerId: 'chen', code: 'overdue', note: null },
    ]);
    expect(useToastStore.getState().toasts.at(-1)?.undoBatchId).toBe('done');
  });

  it('leads to the rest and to the win-back list', async () => {
    const list = await section(12);
    await userEvent.click(list.getByRole('button', { name: '另有 10 家，到客户里看' }));
    await userEvent.click(list.getByRole('button', { name: '赢回名单' }));
    expect(told.showAll).toHaveBeenCalledOnce();
    expect(told.winBack).toHaveBeenCalledOnce();
  });
});
