import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fen } from '../../../src-shared/core/money.ts';
import type { CustomerMoney, ReceivableView } from '../../../src-shared/receivables/receivable-views.ts';
import { day } from '../../../src-shared/receivables/testing/ledger-builders.ts';
import { closeMoneyRequest, useMoneyRequestStore } from '../../state/money-request.ts';
import { fakeMain } from '../../testing/fake-main.tsx';
import { MoneyTab } from './money-tab.tsx';

const main = fakeMain();
const statement = vi.fn();

const debt = (fields: Partial<ReceivableView>): ReceivableView => ({
  id: 'r',
  customerId: 'c',
  orderId: null,
  orderNo: null,
  reference: 'XS-1',
  installmentNo: 1,
  installments: 1,
  issuedOn: day('2026-03-01'),
  dueOn: day('2026-03-31'),
  amountFen: fen(100_000),
  openFen: fen(100_000),
  settlement: 'open',
  isOverdue: true,
  daysPastDue: 51,
  disputeReason: null,
  note: null,
  voidedOn: null,
  voidReason: null,
  ...fields,
});

let money: CustomerMoney;
beforeEach(() => {
  statement.mockClear();
  closeMoneyRequest();
  money = {
    summary: {
      asOf: day('2026-05-21'),
      aging: { not_due: fen(100_000), d1_30: fen(0), d31_60: fen(100_000), d61_90: fen(0), over_90: fen(0) },
      contractedFen: fen(250_000),
      receivedFen: fen(50_000),
      openFen: fen(200_000),
      overdueFen: fen(100_000),
      overdueDays: 51,
      prepaidFen: fen(0),
      billsNotDueFen: fen(0),
      balanceFen: fen(200_000),
      lastPayment: null,
    },
    counts: { receivables: 3, open: 2, sources: 0, promises: 0 },
    receivables: [
      debt({ id: 'later', reference: 'XS-2', dueOn: day('2026-06-30'), isOverdue: false, daysPastDue: -40 }),
      debt({ id: 'paid', reference: 'XS-0', openFen: fen(0), settlement: 'settled', isOverdue: false }),
      debt({ id: 'late' }),
    ],
    sources: [],
    promises: [],
    upcoming: { receivables: [], sources: [] },
  };
  main.answers('receivables.ofCustomer', () => money);
  main.answers('orders.list', () => ({ orders: [], total: 0 }));
  main.answers('payments.list', () => ({ sources: [], total: 0 }));
});

async function show(props: { readonly ownerId?: string | null; readonly isInBin?: boolean } = {}): Promise<void> {
  const { ownerId = null, isInBin = false } = props;
  main.show(
    <MoneyTab customerId="c" ownerId={ownerId} isInBin={isInBin} onStatement={statement} terms={<p>付款记录在此</p>} />,
  );
  await screen.findByText('付款记录在此');
}
const offered = () =>
  ['记回款', '新建销售单', '对账单', '期初应收'].filter((name) => screen.queryByRole('button', { name }) !== null);
const asked = () => useMoneyRequestStore.getState().request;

describe('MoneyTab', () => {
  it('says what is owed, how much of it is late and for how long', async () => {
    await show();
    const tile = (name: string) => screen.getByText(name, { selector: 'dt' }).parentElement?.textContent;
    expect(tile('应收余额')).toContain('¥2,000.00');
    expect(tile('逾期')).toContain('¥1,000.00');
    expect(tile('逾期')).toContain('最早的已 51 天');
    expect(tile('上次回款')).toContain('还没有回款');
  });

  it('lists what is open, due first, and not what is settled', async () => {
    await show();
    const open = screen.getByRole('region', { name: '未收应收' }).textContent ?? '';
    expect(open.indexOf('XS-1')).toBeGreaterThan(-1);
    expect(open.indexOf('XS-1')).toBeLessThan(open.indexOf('XS-2'));
    expect(open).not.toContain('XS-0');
  });

  it('says so when nothing is open, and keeps what counts only later apart', async () => {
    money = { ...money, receivables: [], upcoming: { receivables: [debt({ reference: 'XS-9' })], sources: [] } };
    await show();
    expect(within(screen.getByRole('region', { name: '未收应收' })).queryByText(/XS/)).toBeNull();
    expect(screen.getByRole('region', { name: '以后才算的' }).textContent).toContain('XS-9');
  });

  it.each([
    ['owner', 'another', ['记回款', '新建销售单', '对账单', '期初应收']],
    ['bookkeeper', 'another', ['记回款', '对账单', '期初应收']],
    ['salesperson', 'u', ['新建销售单', '对账单']],
    ['salesperson', 'another', ['对账单']],
  ] as const)('offers an %s, of a customer of %s, what they may do', async (role, ownerId, may) => {
    main.seats(role);
    await show({ ownerId });
    await waitFor(() => expect(offered()).toEqual(may));
  });

  it('offers nothing but the statement of a customer in the bin', async () => {
    await show({ isInBin: true });
    expect(offered()).toEqual(['对账单']);
  });

  it.each([
    ['记回款', { kind: 'payment', customerId: 'c' }],
    ['新建销售单', { kind: 'newOrder', customerId: 'c' }],
    ['期初应收', { kind: 'receivable', customerId: 'c' }],
  ])('%s opens its form for this customer, from the keyboard too', async (name, request) => {
    await show();
    (await screen.findByRole('button', { name })).focus();
    await userEvent.keyboard('{Enter}');
    expect(asked()).toEqual(request);
  });

  it('goes to the statement', async () => {
    await show();
    await userEvent.click(screen.getByRole('button', { name: '对账单' }));
    expect(statement).toHaveBeenCalledOnce();
  });

  it('shows no figure and says why to whom the money may not be shown', async () => {
    main.refuses('receivables.ofCustomer', { kind: 'forbidden', right: 'money.read' });
    main.show(
      <MoneyTab customerId="c" ownerId="another" isInBin={false} onStatement={statement} terms={<p>付款记录在此</p>} />,
    );
    expect((await screen.findByRole('status')).textContent).not.toBe('');
    expect(screen.queryByText('应收余额')).toBeNull();
    expect(screen.queryByText('付款记录在此')).toBeNull();
  });
});
