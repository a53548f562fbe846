import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ConfigProvider, Dropdown, Modal } from 'antd';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { useFocusReturn } from './use-focus-return.ts';

const overlays = document.createElement('div');
overlays.id = 'overlays';

beforeEach(() => {
  fillJsdomGaps();
  document.body.append(overlays);
});
afterEach(() => {
  cleanup();
  overlays.remove();
});

/** Dialogs as everywhere here: there while they are asked for, taken out whole when not. */
function Page() {
  useFocusReturn();
  const [depth, setDepth] = useState(0);
  return (
    <ConfigProvider getPopupContainer={() => overlays} theme={{ token: { motion: false } }}>
      <button type="button">前面</button>
      <button type="button" onClick={() => setDepth(1)}>
        打开
      </button>
      {depth > 0 && (
        <Modal open title="第一层" footer={null} getContainer={overlays}>
          <button type="button" onClick={() => setDepth(2)}>
            再打开
          </button>
          <button type="button" onClick={() => setDepth(0)}>
            关掉第一层
          </button>
        </Modal>
      )}
      {depth > 1 && (
        <Modal open title="第二层" footer={null} getContainer={overlays}>
          <button type="button" onClick={() => setDepth(1)}>
            关掉第二层
          </button>
        </Modal>
      )}
      <Dropdown autoFocus trigger={['click']} menu={{ items: [{ key: 'a', label: '甲' }] }}>
        <button type="button">菜单</button>
      </Dropdown>
    </ConfigProvider>
  );
}

const button = (name: string) => screen.getByRole('button', { name });
const focused = () => document.activeElement?.textContent;

it('goes back to what opened a dialog, and to the dialog beneath', async () => {
  render(<Page />);
  button('打开').focus();
  await userEvent.keyboard('{Enter}');
  await screen.findByText('第一层');
  await userEvent.click(button('再打开'));
  await screen.findByText('第二层');
  await userEvent.click(button('关掉第二层'));
  await waitFor(() => expect(focused()).toBe('再打开'));
  await userEvent.click(button('关掉第一层'));
  await waitFor(() => expect(focused()).toBe('打开'));
});

it('goes back to what opened a menu', async () => {
  render(<Page />);
  button('菜单').focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(focused()).toBe('甲'));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(focused()).toBe('菜单'));
});
