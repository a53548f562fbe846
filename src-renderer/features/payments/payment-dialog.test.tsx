import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fen } from '../../../src-shared/core/money.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { startI18n } from '../../app/i18n.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { clearDraft } from '../../state/drafts.ts';
import { closeMoneyRequest, useMoneyRequestStore } from '../../state/money-request.ts';
import { useToastStore } from '../../state/toasts.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { PaymentDialog } from './payment-dialog.tsx';

const debt = (id: string, reference: string, yuan: number, daysPastDue: number) => ({
  id,
  customerId: 'wang',
  orderId: null,
  orderNo: null,
  reference,
  installmentNo: 1,
  installments: 1,
  issuedOn: '2026-03-01',
  dueOn: '2026-03-31',
  amountFen: yuan * 100,
  openFen: yuan * 100,
  settlement: 'open',
  isOverdue: daysPastDue > 0,
  daysPastDue,
  disputeReason: null,
  note: null,
  voidedOn: null,
  voidReason: null,
});
const march = debt('march', 'XS03', 1_000, 51);
const april = debt('april', 'XS04', 600, 20);

interface Asked {
  readonly amountFen: number | null;
  readonly firstReceivableId: string | null;
}

/** As the main process does it: the oldest first, but for the one it was started from. */
function propose({ amountFen, firstReceivableId }: Asked) {
  const inOrder = [march, april].sort(
    (a, b) => Number(b.id === firstReceivableId) - Number(a.id === firstReceivableId),
  );
  let rest = amountFen ?? 0;
  const lines = inOrder.map((receivable) => {
    const proposedFen = Math.min(rest, receivable.openFen);
    rest -= proposedFen;
    return { receivable, proposedFen };
  });
  return { lines, restFen: rest, prepaidFen: 0 };
}

const recorded = vi.fn();
beforeEach(() => {
  fillJsdomGaps();
  startI18n('zh-CN');
  queryClient.clear();
  recorded.mockClear();
  clearDraft('payment wang ');
  clearDraft('payment wang april');
  const answer = (procedure: string, input: Asked): unknown => {
    if (procedure === 'book.status') {
      return { state: 'open', bookId: 'book', today: '2026-05-21', timeZone: 'Asia/Shanghai' };
    }
    if (procedure === 'customers.get') return { id: 'wang', name: '王记建材' };
    if (procedure === 'users.list') return { users: [], currentId: null };
    if (procedure === 'payments.propose') return propose(input);
    if (procedure === 'payments.record') {
      recorded(input);
      return { batchId: 'batch', id: 'new', settledFen: fen(0), prepaidFen: fen(0) };
    }
    return {};
  };
  const call = (request: { readonly procedure: string; readonly input: Asked }) =>
    Promise.resolve(ok(answer(request.procedure, request.input)));
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(() => {
  cleanup();
  closeMoneyRequest();
  vi.unstubAllGlobals();
});

const open = async (receivableId: string | null = null) => {
  render(
    <QueryClientProvider client={queryClient}>
      <PaymentDialog customerId="wang" receivableId={receivableId} />
    </QueryClientProvider>,
  );
  await screen.findByText('XS03');
};
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const type = async (name: string, text: string) => {
  await userEvent.clear(field(name));
  await userEvent.type(field(name), text);
};
const save = () => userEvent.keyboard('{Control>}{Enter}{/Control}');

describe('PaymentDialog', () => {
  it.each([
    ['700', 70_000],
    ['￥1,200.5元', 120_050],
    ['0.12万', 120_000],
  ])('reads %s and leaves the spreading to the oldest first', async (typed, amountFen) => {
    await open();
    await type('金额', typed);
    await save();
    await vi.waitFor(() => expect(recorded).toHaveBeenCalledOnce());
    expect(recorded).toHaveBeenCalledWith(
      expect.objectContaining({ settles: null, payment: expect.objectContaining({ amountFen }) }),
    );
  });

  it.each(['五百', '1.005', '-5', '0'])('does not save “%s”, and says why', async (typed) => {
    await open();
    await type('金额', typed);
    await save();
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(recorded).not.toHaveBeenCalled();
  });

  it('shows live where the money goes, and says what becomes prepayment', async () => {
    await open();
    await type('金额', '1800');
    await vi.waitFor(() => expect(field('核销 XS03').value).toBe('1000.00'));
    expect(field('核销 XS04').value).toBe('600.00');
    expect(await screen.findByText('核销 ¥1,600.00，余下 ¥200.00 作预收')).toBeTruthy();
  });

  it('saves the parts given by hand', async () => {
    await open();
    await type('金额', '700');
    await vi.waitFor(() => expect(field('核销 XS03').value).toBe('700.00'));
    await userEvent.clear(field('核销 XS03'));
    await type('核销 XS04', '600');
    expect(await screen.findByText('核销 ¥600.00，余下 ¥100.00 作预收')).toBeTruthy();
    await save();
    await vi.waitFor(() => expect(recorded).toHaveBeenCalledOnce());
    expect(recorded).toHaveBeenCalledWith(
      expect.objectContaining({ settles: [{ receivableId: 'april', amountFen: 60_000 }] }),
    );
  });

  it('does not save more by hand than came in, and goes back to the oldest first when asked', async () => {
    await open();
    await type('金额', '700');
    await vi.waitFor(() => expect(field('核销 XS03').value).toBe('700.00'));
    await type('核销 XS04', '100');
    expect((await screen.findByRole('alert')).textContent).toBe('核销合计超过回款金额 ¥100.00');
    await save();
    expect(recorded).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: '自动分配' }));
    expect(field('核销 XS04').value).toBe('');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('started from a debt, is filled in with what is open of it: Enter alone saves it', async () => {
    await open('april');
    await vi.waitFor(() => expect(field('金额').value).toBe('600.00'));
    await userEvent.click(field('金额'));
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(recorded).toHaveBeenCalledOnce());
    expect(recorded).toHaveBeenCalledWith(
      expect.objectContaining({ settles: [{ receivableId: 'april', amountFen: 60_000 }] }),
    );
  });

  it('once something was typed, Enter moves on and saves nothing', async () => {
    await open('april');
    await vi.waitFor(() => expect(field('金额').value).toBe('600.00'));
    await type('金额', '500');
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).not.toBe(field('金额'));
    expect(recorded).not.toHaveBeenCalled();
  });

  it('that was closed by mistake is taken up again as it was typed', async () => {
    await open();
    await type('金额', '700');
    await userEvent.keyboard('{Escape}');
    const toast = useToastStore.getState().toasts.at(-1);
    expect(toast?.text).toBe('这笔回款没有保存');
    cleanup();
    toast?.action?.run();
    expect(useMoneyRequestStore.getState().request).toEqual({ kind: 'payment', customerId: 'wang' });
    await open();
    expect(field('金额').value).toBe('700');
  });

  it('asked to save without an amount, takes one to it', async () => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: /保存/ }));
    expect(document.activeElement).toBe(field('金额'));
    expect(recorded).not.toHaveBeenCalled();
  });
});
