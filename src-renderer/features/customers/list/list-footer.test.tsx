import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fen } from '../../../../src-shared/core/money.ts';
import { ok } from '../../../../src-shared/core/result.ts';
import { customerListQuerySchema } from '../../../../src-shared/customers/customer-list.ts';
import type { Role } from '../../../../src-shared/users/rights.ts';
import { startI18n } from '../../../app/i18n.ts';
import { queryClient } from '../../../ipc/query-client.ts';
import { ListFooter } from './list-footer.tsx';

let role: Role;
const asked: unknown[] = [];

beforeEach(() => {
  startI18n('zh-CN');
  queryClient.clear();
  role = 'owner';
  asked.length = 0;
  const call = ({ procedure, input }: { readonly procedure: string; readonly input: unknown }) => {
    if (procedure === 'users.list') {
      return Promise.resolve(ok({ users: [{ id: 'u', name: '王', role, isGone: false }], currentId: 'u' }));
    }
    asked.push([procedure, input]);
    return Promise.resolve(ok({ owedFen: fen(1_234_500), overdueFen: fen(500_000), prepaidFen: fen(0) }));
  };
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(cleanup);

const view = customerListQuerySchema.parse({ search: '五金', sort: { key: 'owed', direction: 'desc' } });
const footer = (count: number) =>
  render(
    <QueryClientProvider client={queryClient}>
      <ListFooter rows={{ count, isCapped: false }} isFiltered view={view} />
    </QueryClientProvider>,
  );

describe('ListFooter', () => {
  it('says how many there are and what they owe, owe late and have prepaid', async () => {
    footer(12);
    const totals = await screen.findByLabelText('这些客户的钱款合计');
    expect(totals.textContent).toBe('应收余额¥12,345.00逾期¥5,000.00预收¥0.00');
    expect(screen.getByRole('status').textContent).toBe('筛选出 12 家');
    // One sum for all orders of the same customers.
    expect(asked).toEqual([['customers.moneyTotals', { view: { ...view, sort: null } }]]);
  });

  it('tells a salesperson that only own customers and those of nobody are added up', async () => {
    role = 'salesperson';
    footer(12);
    expect((await screen.findByLabelText('这些客户的钱款合计')).textContent).toContain('自己和无负责人的客户');
  });

  it('adds up nothing for an empty list', async () => {
    footer(0);
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('筛选出 0 家'));
    expect(screen.queryByLabelText('这些客户的钱款合计')).toBeNull();
  });
});
