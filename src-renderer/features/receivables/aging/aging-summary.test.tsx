import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseCalendarDate } from '../../../../src-shared/core/calendar-date.ts';
import { fen } from '../../../../src-shared/core/money.ts';
import { ok } from '../../../../src-shared/core/result.ts';
import type { AgingRow, AgingTotals } from '../../../../src-shared/receivables/receivable-views.ts';
import { startI18n } from '../../../app/i18n.ts';
import { queryClient } from '../../../ipc/query-client.ts';
import { closeMoneyRequest, useMoneyRequestStore } from '../../../state/money-request.ts';
import { resetAging, sortAging, useAgingLook } from './aging-store.ts';
import { AgingSummary } from './aging-summary.tsx';
import { useAgingKeys } from './use-aging-keys.ts';

const asOf = parseCalendarDate('2026-04-15');
if (!asOf) throw new Error('no day');

/** The example of domain §1 on 15 April. */
const totals: AgingTotals = {
  asOf,
  aging: { not_due: fen(60_000), d1_30: fen(30_000), d31_60: fen(0), d61_90: fen(0), over_90: fen(0) },
  customers: { not_due: 1, d1_30: 1, d31_60: 0, d61_90: 0, over_90: 0 },
  openFen: fen(90_000),
  overdueFen: fen(30_000),
  overdueCount: 1,
  prepaidFen: fen(0),
  billsNotDueFen: fen(50_000),
  rowCount: 1,
  enteredLate: 0,
};

beforeEach(() => {
  startI18n('zh-CN');
  resetAging();
  closeMoneyRequest();
  queryClient.clear();
  const users = { users: [{ id: 'owner', name: '老板', role: 'owner', isGone: false }], currentId: 'owner' };
  const call = ({ procedure }: { readonly procedure: string }) =>
    Promise.resolve(ok(procedure === 'users.list' ? users : {}));
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(cleanup);

describe('AgingSummary', () => {
  it('says the total, what is overdue and its share, and the bills beside it', () => {
    render(<AgingSummary totals={totals} />);
    const summary = screen.getByRole('region', { name: '应收汇总' });
    expect(summary.textContent).toContain('¥900.00');
    expect(summary.textContent).toContain('1 笔，占 33.3%');
    expect(summary.textContent).toContain('未到期票据 ¥500.00');
    expect(summary.textContent).not.toContain('预收');
  });

  it('filters by a bucket that is clicked, and shows all again at the second click', async () => {
    render(<AgingSummary totals={totals} />);
    const bucket = screen.getByRole('button', { name: /1–30 天/ });
    await userEvent.click(bucket);
    expect(useAgingLook.getState().bucket).toBe('d1_30');
    expect(bucket.getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(bucket);
    expect(useAgingLook.getState().bucket).toBeNull();
  });

  it('leads from a grouping back to the customers of the bucket', async () => {
    useAgingLook.setState({ grouping: 'owner' });
    render(<AgingSummary totals={totals} />);
    await userEvent.click(screen.getByRole('button', { name: /^未到期/ }));
    expect(useAgingLook.getState()).toMatchObject({ grouping: 'customer', bucket: 'not_due' });
  });
});

describe('sortAging', () => {
  it('begins amounts with the largest and names with A, and turns round at the second click', () => {
    sortAging('d1_30');
    expect(useAgingLook.getState().sort).toEqual({ key: 'd1_30', direction: 'desc' });
    sortAging('d1_30');
    expect(useAgingLook.getState().sort.direction).toBe('asc');
    sortAging('name');
    expect(useAgingLook.getState().sort).toEqual({ key: 'name', direction: 'asc' });
  });
});

describe('useAgingKeys', () => {
  const row: AgingRow = {
    customerId: 'wang',
    customerName: '王记建材',
    tierId: null,
    ownerId: null,
    aging: totals.aging,
    openFen: fen(90_000),
    prepaidFen: fen(0),
    balanceFen: fen(90_000),
    overdueFen: fen(30_000),
    overdueDays: 15,
    grade: null,
  };
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  const press = async (key: string, openId: string | null) => {
    const onOpen = vi.fn();
    const onEnter = vi.fn();
    const { result } = renderHook(() => useAgingKeys({ api: null, openId, onOpen, onEnter }), { wrapper });
    await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0));
    const wasTaken = result.current.onRowKey(row, new KeyboardEvent('keydown', { key }));
    return { onOpen, onEnter, wasTaken };
  };

  it('Space opens the statement of the row, and closes it again', async () => {
    expect((await press(' ', null)).onOpen).toHaveBeenCalledWith('wang');
    expect((await press(' ', 'wang')).onOpen).toHaveBeenCalledWith(null);
  });

  it('Enter goes into the statement', async () => {
    const { onOpen, onEnter } = await press('Enter', null);
    expect(onOpen).toHaveBeenCalledWith('wang');
    expect(onEnter).toHaveBeenCalledOnce();
  });

  it('R opens 记回款 for the customer of the row', async () => {
    expect((await press('r', null)).wasTaken).toBe(true);
    expect(useMoneyRequestStore.getState().request).toEqual({ kind: 'payment', customerId: 'wang' });
  });

  it('leaves other keys to the grid', async () => {
    expect((await press('ArrowDown', 'wang')).wasTaken).toBe(false);
  });
});
