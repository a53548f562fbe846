import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fen } from '../../../src-shared/core/money.ts';
import type { WarningMark } from '../../../src-shared/warnings/warning-mark.ts';
import type { Warning } from '../../../src-shared/warnings/warnings.ts';
import { closeAllToasts } from '../../state/toasts.ts';
import { day, openWindow, show } from './testing/warnings-window.tsx';
import { WarningBanner } from './warning-banner.tsx';

const silent: Warning = { code: 'silent', days: 45, cadenceDays: 7 };
const noOrder: Warning = {
  code: 'no_order_for_long',
  days: 63,
  medianGap: 28,
  lastOrderOn: day('2025-12-08'),
  orderIds: ['o1'],
};
const overLimit: Warning = { code: 'over_limit', openFen: fen(6_230_000), limitFen: fen(5_000_000) };
const mark = (untilOn: string): WarningMark => ({
  id: 'm',
  code: 'silent',
  state: 'snoozed',
  markedOn: day('2026-02-01'),
  untilOn: day(untilOn),
  note: '年后再说',
  userId: 'boss',
});

const order = (id: string) => ({ id, issuedOn: '2025-12-08', orderNo: id, summary: '铝材', amountFen: fen(120_000) });
const onShow = vi.fn();

async function banner(warnings: readonly Warning[], marks: readonly WarningMark[] = [], userId = 'boss') {
  openWindow(
    {
      'warnings.ofCustomer': () => ({ warnings, marks }),
      'orders.list': () => ({ orders: [order('o1'), order('o2')], total: 2, isCapped: false, amountFen: fen(0) }),
    },
    userId,
  );
  show(<WarningBanner customer={{ id: 'wang', name: '王记', ownerId: 'boss' }} tierName="A" onShow={onShow} />);
  return within(await screen.findByRole('region', { name: '流失预警' }));
}

beforeEach(() => {
  onShow.mockReset();
});
afterEach(() => {
  cleanup();
  closeAllToasts();
  vi.unstubAllGlobals();
});

describe('the warnings in the pane', () => {
  it('show under a reason the very orders it was reckoned from', async () => {
    const inside = await banner([noOrder]);
    const why = inside.getByRole('button', { name: '已 63 天未下单，平时每 28 天一次' });
    expect(why.getAttribute('aria-expanded')).toBe('false');
    await userEvent.click(why);
    expect(why.getAttribute('aria-expanded')).toBe('true');
    const rows = await inside.findAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual(['2025-12-08o1 铝材¥1,200.00']);
    await userEvent.click(why);
    expect(inside.queryByRole('listitem')).toBeNull();
  });

  it('lead to the tab where a reason without rows of its own is seen', async () => {
    const inside = await banner([silent, overLimit]);
    await userEvent.click(inside.getByRole('button', { name: /^A 级，45 天未联系/ }));
    await userEvent.click(inside.getByRole('button', { name: /^超出额度/ }));
    expect(onShow.mock.calls).toEqual([['timeline'], ['money']]);
  });

  it('say quietly what was put off and until when, with its note, and loudly again when that day is over', async () => {
    const quiet = await banner([silent], [mark('2026-02-09')]);
    expect(quiet.queryByRole('button')).toBeNull();
    expect(quiet.getByText(/45 天未联系.*推迟到.*年后再说/)).toBeTruthy();
    cleanup();
    const loud = await banner([silent], [mark('2026-02-08')]);
    expect(loud.getByRole('button', { name: /^A 级，45 天未联系/ })).toBeTruthy();
  });

  it('let nobody put off what belongs to another', async () => {
    const inside = await banner([silent], [], 'li');
    await inside.findByRole('button', { name: /^A 级，45 天未联系/ });
    expect(inside.queryByRole('button', { name: /稍后提醒/ })).toBeNull();
  });
});
