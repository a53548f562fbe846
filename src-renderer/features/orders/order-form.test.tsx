import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../../src-shared/core/result.ts';
import { startI18n } from '../../app/i18n.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { clearDraft } from '../../state/drafts.ts';
import { closeMoneyRequest, useMoneyRequestStore } from '../../state/money-request.ts';
import { closeAllToasts, useToastStore } from '../../state/toasts.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { OrderForm } from './order-form.tsx';

const answers: Readonly<Record<string, unknown>> = {
  'book.status': { state: 'open', bookId: 'book', today: '2026-05-21', timeZone: 'Asia/Shanghai' },
  'customers.get': { id: 'wang', name: '王记建材' },
  'users.list': { users: [], currentId: null },
  'products.list': { products: [], total: 0 },
  'orders.start': { orderNo: 'XS260521-01', salespersonId: null, credit: { kind: 'days', days: 30 }, prepayments: [] },
};

beforeEach(() => {
  fillJsdomGaps();
  startI18n('zh-CN');
  queryClient.clear();
  clearDraft('new-order wang');
  closeAllToasts();
  const call = ({ procedure }: { readonly procedure: string }) => Promise.resolve(ok(answers[procedure] ?? {}));
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(() => {
  cleanup();
  closeMoneyRequest();
  vi.unstubAllGlobals();
});

const show = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <OrderForm customerId="wang" />
    </QueryClientProvider>,
  );
const cell = (column: string) => screen.getByLabelText<HTMLInputElement>(`第 1 行${column}`);

describe('OrderForm', () => {
  it.each([
    ['数量', '0', '第 1 行数量：要大于 0，不超过 10 亿。'],
    ['数量', '1.0005', '第 1 行数量：最多 3 位小数。'],
    ['单价', '1.2万', '第 1 行单价：看不出数字。'],
    ['折扣 %', '110', '第 1 行折扣 %：填 0 到 100。'],
  ])('says what is wrong with a %s of %s, and takes one there', async (column, typed, said) => {
    const user = userEvent.setup();
    show();
    await user.type(cell('商品'), '角阀');
    await user.type(cell('单价'), '18.5');
    await user.clear(cell(column));
    await user.type(cell(column), typed);
    await user.click(screen.getByRole('button', { name: /保存/ }));
    expect(await screen.findByText(said)).toBeDefined();
    await vi.waitFor(() => expect(document.activeElement).toBe(cell(column)));
  });

  it('that was closed by mistake is taken up again as it was typed', async () => {
    const user = userEvent.setup();
    show();
    await user.type(cell('商品'), '角阀');
    await user.type(cell('单价'), '18.5');
    await user.keyboard('{Escape}');
    const [toast] = useToastStore.getState().toasts;
    expect(toast?.text).toBe('销售单没有保存');
    cleanup();
    toast?.action?.run();
    expect(useMoneyRequestStore.getState().request).toEqual({ kind: 'newOrder', customerId: 'wang' });
    show();
    expect(cell('商品').value).toBe('角阀');
    expect(cell('单价').value).toBe('18.5');
  });

  it('with nothing typed closes without a word', async () => {
    const user = userEvent.setup();
    show();
    await user.click(cell('商品'));
    await user.keyboard('{Escape}');
    expect(useToastStore.getState().toasts).toEqual([]);
  });
});
