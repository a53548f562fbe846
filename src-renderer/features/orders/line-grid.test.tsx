import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../../../src-shared/core/result.ts';
import { startI18n } from '../../app/i18n.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { ApprovalDialog } from './approval-dialog.tsx';
import { LineGrid } from './line-grid.tsx';
import { blankLine, type TypedLine } from './order-lines.ts';

const person = (id: string, role: string, hasPin: boolean) => ({
  id,
  name: id,
  role,
  isGone: false,
  hasPin,
  customerCount: 0,
});
const answers: Readonly<Record<string, unknown>> = {
  'products.list': { products: [], total: 0 },
  'users.list': {
    users: [person('老板', 'owner', true), person('李销售', 'salesperson', false)],
    currentId: '李销售',
    isLocked: false,
  },
};

beforeEach(() => {
  fillJsdomGaps();
  startI18n('zh-CN');
  queryClient.clear();
  const call = ({ procedure }: { readonly procedure: string }) => {
    const answer = answers[procedure];
    return Promise.resolve(answer === undefined ? err({ kind: 'internal', logRef: procedure }) : ok(answer));
  };
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const onLeave = vi.fn();

function Grid() {
  const [lines, setLines] = useState<readonly TypedLine[]>(() => [blankLine()]);
  return (
    <QueryClientProvider client={queryClient}>
      <LineGrid lines={lines} onChange={setLines} onPasted={() => {}} showsMissing={false} onLeave={onLeave} />
    </QueryClientProvider>
  );
}

const rows = () => screen.getAllByRole('row').slice(1);

describe('LineGrid', () => {
  it('is filled by the keyboard alone: Enter moves on, adds a line and leaves on a blank one', async () => {
    const user = userEvent.setup();
    render(<Grid />);
    await user.click(screen.getByLabelText('第 1 行商品'));
    await user.keyboard('运费{Enter}2{Enter}次{Enter}80{Enter}10{Enter}');
    expect(within(rows()[0] ?? document.body).getByText('¥144.00')).toBeDefined();
    expect(rows()).toHaveLength(2);
    expect(document.activeElement).toBe(screen.getByLabelText('第 2 行商品'));
    onLeave.mockClear();
    await user.keyboard('{Enter}');
    expect(onLeave).toHaveBeenCalledOnce();
  });

  it('marks a price that cannot be read while it is typed, and shows no amount for it', async () => {
    const user = userEvent.setup();
    render(<Grid />);
    await user.type(screen.getByLabelText('第 1 行单价'), '1.00005');
    expect(screen.getByLabelText('第 1 行单价').getAttribute('aria-invalid')).toBe('true');
    expect(within(rows()[0] ?? document.body).queryByText(/¥/)).toBeNull();
  });

  it('takes several lines copied from Excel', async () => {
    const user = userEvent.setup();
    render(<Grid />);
    await user.click(screen.getByLabelText('第 1 行商品'));
    await user.paste('角阀\t2\t只\t18.5\n线管\t30\t米\t8.55\n');
    expect(rows()).toHaveLength(2);
    expect(screen.getByText('¥37.00')).toBeDefined();
    expect(screen.getByText('¥256.50')).toBeDefined();
  });
});

describe('ApprovalDialog', () => {
  it('names the limit, and lets only who may pass it say yes, with PIN and reason', async () => {
    const user = userEvent.setup();
    const onApprove = vi
      .fn()
      .mockResolvedValueOnce({ kind: 'conflict', reason: 'wrong_pin' })
      .mockResolvedValueOnce(null);
    render(
      <QueryClientProvider client={queryClient}>
        <ApprovalDialog
          breaches={[{ code: 'discount', of: 'role', limitBp: 500, isBp: 1_200 }]}
          isSaving={false}
          onApprove={onApprove}
          onCancel={() => {}}
        />
      </QueryClientProvider>,
    );
    expect(screen.getByText('折扣 12%，超过业务员能定的 5%')).toBeDefined();
    await user.type(await screen.findByLabelText('他的 PIN'), '11a11');
    expect(screen.getByRole('button', { name: /同意并保存/ }).hasAttribute('disabled')).toBe(true);
    await user.type(screen.getByLabelText('理由'), '老客户');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(onApprove).toHaveBeenLastCalledWith({ userId: '老板', pin: '1111', reason: '老客户' });
    expect(await screen.findByText('PIN 不对。')).toBeDefined();
    await user.type(screen.getByLabelText('他的 PIN'), '2468');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(onApprove).toHaveBeenLastCalledWith({ userId: '老板', pin: '2468', reason: '老客户' });
  });
});
