import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { err, ok } from '../../../src-shared/core/result.ts';
import type { CustomerStatement, StatementRow } from '../../../src-shared/receivables/receivable-views.ts';
import { startI18n } from '../../app/i18n.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { useMoneyRequestStore } from '../../state/money-request.ts';
import { usePrintStore } from '../../state/print-request.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { StatementPane } from './statement-pane.tsx';

function day(text: string) {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

const line = (row: Partial<StatementRow>): StatementRow => ({
  on: day('2026-09-03'),
  kind: 'receivable',
  id: 'r1',
  changeFen: fen(100_000),
  balanceFen: fen(100_000),
  number: null,
  orderId: null,
  sourceId: null,
  method: null,
  installmentNo: null,
  note: null,
  ...row,
});

let statement: CustomerStatement;
let isBroken: boolean;
const asked: { readonly procedure: string; readonly input: unknown }[] = [];

beforeEach(() => {
  fillJsdomGaps();
  startI18n('zh-CN');
  queryClient.clear();
  isBroken = false;
  asked.length = 0;
  useMoneyRequestStore.setState({ request: null });
  statement = {
    customerId: 'c',
    customerName: '王记建材',
    from: day('2026-07-01'),
    to: day('2026-09-17'),
    openingFen: fen(0),
    rows: [],
    chargedFen: fen(0),
    settledFen: fen(0),
    closingFen: fen(0),
    open: [],
    prepaidFen: fen(0),
    billsNotDueFen: fen(0),
  };
  const answers: Readonly<Record<string, () => unknown>> = {
    'book.status': () => ({ state: 'open', bookId: 'b', today: '2026-09-17', timeZone: 'Asia/Shanghai' }),
    'users.list': () => ({ users: [{ id: 'u', name: '老板', role: 'owner', isGone: false }], currentId: 'u' }),
    'tiers.list': () => ({ tiers: [] }),
    'customers.get': () => ({ id: 'c', tierId: null, ownerId: null }),
    'terms.get': () => ({ record: { grade: 'good' } }),
    'receivables.statement': () => statement,
  };
  const call = (request: { readonly procedure: string; readonly input: unknown }) => {
    asked.push(request);
    const isRefused = isBroken && request.procedure === 'receivables.statement';
    return Promise.resolve(
      isRefused ? err({ kind: 'forbidden', right: 'money.read' }) : ok(answers[request.procedure]?.() ?? {}),
    );
  };
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(props: Partial<Parameters<typeof StatementPane>[0]> = {}) {
  render(
    <QueryClientProvider client={queryClient}>
      <StatementPane customerId="c" onClose={() => {}} {...props} />
    </QueryClientProvider>,
  );
  return screen.findByRole('table', { name: '对账单' });
}

/** The cells of every row, as they are read. */
const cellsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));

describe('StatementPane', () => {
  it('puts what makes a debt on the left and what lessens it on the right, never with a minus', async () => {
    statement = {
      ...statement,
      rows: [
        line({ number: 'XS-1', orderId: 'o1' }),
        line({
          id: 's1',
          kind: 'payment',
          sourceId: 's1',
          method: 'wechat',
          changeFen: fen(-150_000),
          balanceFen: fen(-50_000),
        }),
        line({ id: 'f1', kind: 'refund', sourceId: 's1', method: 'cash', changeFen: fen(50_000), balanceFen: fen(0) }),
        line({
          id: 'r1',
          kind: 'receivable_void',
          number: 'XS-1',
          orderId: 'o1',
          changeFen: fen(-100_000),
          note: '开错',
        }),
        line({ id: 's1', kind: 'payment_void', sourceId: 's1', changeFen: fen(150_000) }),
      ],
    };
    const table = await show();
    expect(cellsOf(table).slice(2, -1)).toEqual([
      ['09-03', 'XS-1', '¥1,000.00', '', '¥1,000.00'],
      ['09-03', '回款 微信', '', '¥1,500.00', '-¥500.00'],
      ['09-03', '退款 现金', '¥500.00', '', '¥0.00'],
      ['09-03', '作废 XS-1 开错', '', '¥1,000.00', '¥1,000.00'],
      ['09-03', '回款作废', '¥1,500.00', '', '¥1,000.00'],
    ]);
  });

  it('opens the order of a line, and the payment that a refund came from', async () => {
    statement = {
      ...statement,
      rows: [
        line({ number: 'XS-1', orderId: 'o1' }),
        line({ id: 'f1', kind: 'refund', sourceId: 's1', orderId: 'o1', method: 'cash' }),
      ],
    };
    const table = await show();
    await userEvent.click(within(table).getByRole('button', { name: 'XS-1' }));
    expect(useMoneyRequestStore.getState().request).toEqual({ kind: 'order', orderId: 'o1' });
    await userEvent.click(within(table).getByRole('button', { name: /退款/ }));
    expect(useMoneyRequestStore.getState().request).toEqual({ kind: 'source', sourceId: 's1' });
  });

  it('draws only what is in sight of 10,000 lines, and says how many there are', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => line({ id: `r${index}`, number: `XS-${index}` }));
    statement = { ...statement, rows };
    const table = await show();
    expect(within(table).getAllByRole('row').length).toBeLessThan(150);
    expect(table.getAttribute('aria-rowcount')).toBe('10003');
    expect(within(table).getByText('XS-0')).toBeTruthy();
    expect(within(table).getByText('期末余额')).toBeTruthy();
  });

  it('asks for the period chosen, and hands it to print and to what stands beside it', async () => {
    await show({ actions: ({ from, to }) => <span>{`${from}/${to}`}</span> });
    await userEvent.click(screen.getByText('上月'));
    await screen.findByText('2026-08-01/2026-08-31');
    const wished = { customerId: 'c', from: '2026-08-01', to: '2026-08-31' };
    expect(asked.filter(({ procedure }) => procedure === 'receivables.statement').at(-1)?.input).toEqual(wished);
    await userEvent.click(screen.getByRole('button', { name: '打印' }));
    expect(usePrintStore.getState().request).toEqual({ kind: 'statement', ...wished });
  });

  it('says why it cannot be read', async () => {
    isBroken = true;
    void show().catch(() => {});
    expect(await screen.findByRole('status')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '打印' }).disabled).toBe(true);
  });
});
