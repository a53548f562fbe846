import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { instantFromMs } from '../../../../src-shared/core/instant.ts';
import type { CustomerRow } from '../../../../src-shared/customers/customer.ts';
import { day } from '../../../../src-shared/receivables/testing/ledger-builders.ts';
import { useUsers } from '../../../ipc/use-current-user.ts';
import { closeMoneyRequest, useMoneyRequestStore } from '../../../state/money-request.ts';
import { fakeMain } from '../../../testing/fake-main.tsx';
import { RowMenu } from './row-menu.tsx';

const main = fakeMain();
const at = instantFromMs(1_779_000_000_000);
const closed = vi.fn();
const statement = vi.fn();
beforeEach(() => {
  closeMoneyRequest();
  closed.mockClear();
  statement.mockClear();
});

const rowOf = (ownerId: string | null): CustomerRow => ({
  id: 'c',
  name: '王记建材',
  tierId: null,
  isTierPinned: false,
  ownerId,
  contactName: null,
  phone: null,
  wechat: null,
  province: null,
  city: null,
  district: null,
  address: null,
  industry: null,
  source: null,
  tagIds: [],
  nextVisitOn: null,
  dueOn: day('2026-06-01'),
  lastContactAt: null,
  owedFen: null,
  prepaidFen: null,
  oldestDueOn: null,
  lastPaymentOn: null,
  createdAt: at,
  updatedAt: at,
});

async function open(ownerId: string | null): Promise<void> {
  // Read before, as in the list behind the menu: what may be done is known when it opens.
  main.show(
    <WhenSomebodySits>
      <RowMenu wish={{ row: rowOf(ownerId), x: 10, y: 10 }} onClose={closed} onStatement={statement} />
    </WhenSomebodySits>,
  );
  await screen.findByRole('menuitem', { name: '复制名称' });
}

function WhenSomebodySits({ children }: { readonly children: ReactNode }) {
  return useUsers().current === null ? null : children;
}

const entry = (name: string) => screen.queryByRole('menuitem', { name });
const isOn = (name: string) => {
  const found = entry(name);
  return found !== null && found.getAttribute('aria-disabled') !== 'true';
};
const asked = () => useMoneyRequestStore.getState().request;

describe('RowMenu, of money', () => {
  it('lets the owner take money, sell and look at the statement of anybody', async () => {
    await open('another');
    expect(['记回款', '新建销售单', '对账单'].map(isOn)).toEqual([true, true, true]);
  });

  it('lets a bookkeeper take money and look, and sell nothing', async () => {
    main.seats('bookkeeper');
    await open('another');
    expect(['记回款', '新建销售单', '对账单'].map(isOn)).toEqual([true, false, true]);
    await userEvent.click(screen.getByRole('menuitem', { name: '新建销售单' }));
    expect(asked()).toBeNull();
  });

  it('lets a salesperson sell to their own customers and look, and take no money', async () => {
    main.seats('salesperson');
    await open('u');
    expect(['记回款', '新建销售单', '对账单'].map(isOn)).toEqual([false, true, true]);
  });

  it('shows a salesperson nothing of the money of others', async () => {
    main.seats('salesperson');
    await open('another');
    expect(['记回款', '新建销售单', '对账单'].map(entry)).toEqual([null, null, null]);
  });

  it.each([
    ['记回款', { kind: 'payment', customerId: 'c' }],
    ['新建销售单', { kind: 'newOrder', customerId: 'c' }],
  ])('opens %s for the customer of the row, and closes', async (name, request) => {
    await open(null);
    await userEvent.click(screen.getByRole('menuitem', { name }));
    expect(asked()).toEqual(request);
    expect(closed).toHaveBeenCalled();
  });

  it('hands the statement to its page', async () => {
    await open(null);
    await userEvent.click(screen.getByRole('menuitem', { name: '对账单' }));
    expect(statement.mock.calls).toEqual([[{ id: 'c', name: '王记建材' }]]);
    expect(asked()).toBeNull();
  });

  it('takes Enter on an entry for a click', async () => {
    await open(null);
    // Ant Design reads the number of the key, of the entry that is walked to.
    fireEvent.keyDown(screen.getByRole('menuitem', { name: '记回款' }), { key: 'Enter', which: 13, keyCode: 13 });
    expect(asked()).toEqual({ kind: 'payment', customerId: 'c' });
  });

  it('Esc closes it and does nothing', async () => {
    await open(null);
    screen.getByRole('menuitem', { name: '写跟进' }).focus();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(closed).toHaveBeenCalled());
    expect(asked()).toBeNull();
  });
});
