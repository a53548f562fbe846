import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useOpenCustomer } from '../../state/open-customer.ts';
import { usePageStore } from '../../state/page.ts';
import { closeAllToasts } from '../../state/toasts.ts';
import { asked, openWindow, show } from './testing/warnings-window.tsx';
import { WinBackDialog } from './win-back-dialog.tsx';

const lost = {
  customerId: 'jin',
  customerName: '金华永康',
  tierId: 'a',
  ownerId: 'li',
  phone: '13957903345',
  lastOrderOn: '2025-01-20',
  bestYearFen: 616_500,
  rivals: ['永固', '宏达'],
};

const onClose = vi.fn();
const scopes = () =>
  asked.filter(({ procedure }) => procedure === 'warnings.winBack').map(({ input }) => Object(input).scope);

function dialog(customers: readonly object[], total = customers.length) {
  onClose.mockReset();
  openWindow({ 'warnings.winBack': () => ({ customers, total }) });
  show(<WinBackDialog onClose={onClose} />);
}

afterEach(() => {
  cleanup();
  closeAllToasts();
  vi.unstubAllGlobals();
});

describe('赢回名单', () => {
  it('says of each customer what one needs for the call', async () => {
    dialog([lost], 4);
    const row = (await screen.findByText(/金华永康/)).closest('tr');
    await waitFor(() => expect(row?.textContent).toContain('Li'));
    const cells = within(row ?? document.body)
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
    expect(cells.slice(0, 5)).toEqual(['A 金华永康', '2025-01-20（13 个月前）', '¥6,165.00', '永固、宏达', 'Li']);
    expect(cells[5]).toContain('139 5790 3345');
    expect(screen.getByText(/3 家/)).toBeTruthy();
  });

  it('keeps what a customer bought from who may not see it', async () => {
    dialog([{ ...lost, bestYearFen: null }]);
    await screen.findByText(/金华永康/);
    expect(screen.queryByRole('columnheader', { name: '最好的 12 个月' })).toBeNull();
    expect(document.body.textContent).not.toContain('¥');
  });

  it('looks anew for one’s own only and for everybody’s', async () => {
    dialog([lost]);
    await screen.findByText(/金华永康/);
    await userEvent.click(screen.getByRole('button', { name: '只看我的' }));
    await screen.findByText(/金华永康/);
    await userEvent.click(screen.getByRole('button', { name: '看全部' }));
    await screen.findByText(/金华永康/);
    expect(scopes()).toEqual(['all', 'mine', 'all']);
  });

  it('closes and opens the form for the call beside the customer', async () => {
    dialog([lost]);
    await userEvent.click(await screen.findByRole('button', { name: /金华永康/ }));
    expect(onClose).toHaveBeenCalledOnce();
    expect(useOpenCustomer.getState().id).toBe('jin');
    expect(usePageStore.getState().page).toBe('customers');
  });

  it('says so when nobody was lost', async () => {
    dialog([]);
    expect(await screen.findByText('没有流失的老客户')).toBeTruthy();
    await userEvent.click(screen.getByText(/^关\s?闭$/));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('stops looking when it is closed before the answer', async () => {
    openWindow({ 'warnings.winBack': () => new Promise(() => {}) });
    const { unmount } = show(<WinBackDialog onClose={onClose} />);
    expect(screen.getByText('正在查找…')).toBeTruthy();
    unmount();
    await waitFor(() => expect(asked.map(({ procedure }) => procedure)).toContain('jobs.cancel'));
  });
});
