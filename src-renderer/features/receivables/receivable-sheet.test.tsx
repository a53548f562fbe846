import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fen } from '../../../src-shared/core/money.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { startI18n } from '../../app/i18n.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { closeMoneyRequest, useMoneyRequestStore } from '../../state/money-request.ts';
import { ReceivableSheet } from './receivable-sheet.tsx';

const opening = {
  id: 'r',
  customerId: 'c',
  orderId: null,
  orderNo: null,
  reference: 'QC-0031',
  installmentNo: 1,
  installments: 1,
  issuedOn: '2026-04-10',
  dueOn: '2026-05-10',
  amountFen: fen(426_000),
  openFen: fen(100_000),
  settlement: 'partial',
  isOverdue: true,
  daysPastDue: 130,
  disputeReason: null,
  note: '期初余额',
  voidedOn: null,
  voidReason: null,
};
let receivables: readonly object[];

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
  startI18n('zh-CN');
  queryClient.clear();
  closeMoneyRequest();
  receivables = [opening];
  const part = { allocationId: 'a', sourceId: 's', receivableId: 'r', sourceOn: '2026-06-01', releasedFen: 300_000 };
  const answers: Readonly<Record<string, () => unknown>> = {
    'users.list': () => ({ users: [{ id: 'u', name: '王', role: 'owner', isGone: false }], currentId: 'u' }),
    'customers.get': () => ({ id: 'c', name: '临平新天地', ownerId: 'u' }),
    'receivables.ofCustomer': () => ({ receivables }),
    'receivables.releases': () => ({ releases: [part], releasable: [] }),
  };
  const call = ({ procedure }: { readonly procedure: string }) => Promise.resolve(ok(answers[procedure]?.() ?? {}));
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const sheet = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <ReceivableSheet customerId="c" receivableId="r" />
    </QueryClientProvider>,
  );

describe('ReceivableSheet', () => {
  it('says what is open of an opening balance, what settled it, and what was given up', async () => {
    sheet();
    const dialog = await screen.findByRole('dialog', { name: '期初应收 · QC-0031 · 临平新天地' });
    await screen.findByText('已核销');
    for (const said of ['¥4,260.00', '¥1,000.00', '逾期 130 天', '期初余额', '¥3,000.00', '坏账', '¥260.00']) {
      expect(dialog.textContent).toContain(said);
    }
  });

  it('opens the payment that settled it, and the form that takes the rest', async () => {
    sheet();
    await userEvent.click(await screen.findByRole('button', { name: /的回款$/ }));
    expect(useMoneyRequestStore.getState().request).toEqual({ kind: 'source', sourceId: 's' });
    await userEvent.click(await screen.findByText('记回款'));
    expect(useMoneyRequestStore.getState().request).toEqual({ kind: 'payment', customerId: 'c', receivableId: 'r' });
  });

  it('says so when it is no more', async () => {
    receivables = [];
    sheet();
    expect((await screen.findByRole('alert')).textContent).toBe('已作废的应收');
  });
});
