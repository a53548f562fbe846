import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { returnFocusAfterDialogs } from './focus-return.ts';

const overlays = document.createElement('div');
beforeAll(() => {
  // jsdom lays nothing out.
  HTMLElement.prototype.checkVisibility = function seen() {
    return !this.hidden;
  };
  document.body.append(overlays);
  returnFocusAfterDialogs(overlays);
});
beforeEach(() => {
  render(<Page />);
});
afterEach(cleanup);

/** As every dialog of the app stands: a child of the overlays, there while it is asked for. */
function Page() {
  const [open, setOpen] = useState(0);
  return (
    <>
      <button type="button">before</button>
      <button type="button" onClick={() => setOpen(1)}>
        ask
      </button>
      {open > 0 &&
        createPortal(
          <button type="button" onClick={() => setOpen(2)}>
            more
          </button>,
          overlays,
        )}
      {open > 1 && createPortal(<input aria-label="reason" />, overlays)}
      <button type="button" onClick={() => setOpen(open - 1)}>
        close
      </button>
    </>
  );
}

const press = (name: string) => {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
};
/** Without the focus, as Escape does. */
const close = () => fireEvent.click(screen.getByRole('button', { name: 'close' }));

it('is where it was before the dialog, one dialog at a time', async () => {
  press('ask');
  press('more');
  screen.getByLabelText('reason').focus();
  close();
  await expect.poll(() => document.activeElement?.textContent).toBe('more');
  close();
  await expect.poll(() => document.activeElement?.textContent).toBe('ask');
});

it('is at the button of a menu whose entry asked: the entry is no longer to be seen', async () => {
  screen.getByRole('button', { name: 'before' }).focus();
  press('ask');
  screen.getByRole('button', { name: 'ask' }).hidden = true;
  screen.getByRole('button', { name: 'more' }).focus();
  close();
  await expect.poll(() => document.activeElement?.textContent).toBe('before');
});

it('leaves Tab alone, when the list of a field goes while the focus is on its way to the next one', async () => {
  press('ask');
  const [left, next] = [screen.getByRole('button', { name: 'ask' }), screen.getByRole('button', { name: 'before' })];
  const returned = vi.fn();
  left.addEventListener('blur', () => close());
  left.focus();
  left.addEventListener('focus', returned);
  left.blur();
  // A browser lets waiting microtasks run between the blur of one field and the focus of the next.
  await Promise.resolve();
  next.focus();
  await new Promise((done) => setTimeout(done));
  expect(returned).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(next);
});
