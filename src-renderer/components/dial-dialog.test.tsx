import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../src-shared/core/result.ts';
import { startI18n } from '../app/i18n.ts';
import { queryClient } from '../ipc/query-client.ts';
import { closeDial, useDialStore } from '../state/dial-request.ts';
import { DialDialog } from './dial-dialog.tsx';
import { DialLink } from './dial-link.tsx';

let how: 'handed_over' | 'copied';
const dialled: unknown[] = [];
const onNote = vi.fn();

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
  startI18n('zh-CN');
  queryClient.clear();
  closeDial();
  how = 'handed_over';
  dialled.length = 0;
  onNote.mockReset();
  const call = ({ procedure, input }: { readonly procedure: string; readonly input: unknown }) => {
    if (procedure === 'users.list') {
      return Promise.resolve(
        ok({ users: [{ id: 'u', name: '李', role: 'salesperson', isGone: false }], currentId: 'u' }),
      );
    }
    dialled.push(input);
    return Promise.resolve(ok({ how }));
  };
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Desk({ ownerId }: { readonly ownerId: string }) {
  const request = useDialStore((state) => state.request);
  return (
    <QueryClientProvider client={queryClient}>
      <DialLink phone="13800138000" name="王记" contactName="王强" ownerId={ownerId} onNote={onNote} />
      {request && <DialDialog request={request} />}
    </QueryClientProvider>
  );
}
const callHim = async () => userEvent.click(screen.getByRole('button', { name: '打电话给 王记：138 0013 8000' }));

describe('calling a customer', () => {
  it('dials once, shows the number large, and notes the talk with Enter', async () => {
    render(<Desk ownerId="u" />);
    await screen.findByText('138 0013 8000');
    await vi.waitFor(() => expect(queryClient.getQueryData(['users', 'list', {}])).toBeDefined());
    await callHim();
    expect(await screen.findByText('已交给拨号程序。')).toBeDefined();
    expect(dialled).toEqual([{ phone: '13800138000' }]);
    await userEvent.keyboard('{Enter}');
    expect(onNote).toHaveBeenCalledOnce();
    expect(useDialStore.getState().request).toBeNull();
  });

  it('says that the number was copied where nothing dials', async () => {
    how = 'copied';
    render(<Desk ownerId="u" />);
    await callHim();
    expect(await screen.findByText(/没有拨号程序，号码已复制/)).toBeDefined();
  });

  it('offers no note to who may not write one', async () => {
    render(<Desk ownerId="another" />);
    await vi.waitFor(() => expect(queryClient.getQueryData(['users', 'list', {}])).toBeDefined());
    await callHim();
    await screen.findByText('已交给拨号程序。');
    expect(screen.queryByRole('button', { name: '打完了，记跟进' })).toBeNull();
  });
});
