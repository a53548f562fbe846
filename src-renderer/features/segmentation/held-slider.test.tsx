import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HeldSlider } from './held-slider.tsx';

let leave: () => void;

function Panel() {
  const [isThere, setThere] = useState(true);
  useEffect(() => {
    leave = () => setThere(false);
  }, []);
  return isThere ? <HeldSlider min={0} max={100} value={50} ariaLabelForHandle="A" onChange={() => {}} /> : '走了';
}

const faults: string[] = [];
const note = (event: ErrorEvent) => {
  event.preventDefault();
  faults.push(event.message);
};

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  faults.length = 0;
  window.addEventListener('error', note);
});
afterEach(() => {
  window.removeEventListener('error', note);
  cleanup();
  vi.unstubAllGlobals();
});

describe('HeldSlider', () => {
  it('that goes while it is dragged is not measured any more: getBoundingClientRect of null', async () => {
    const { container } = render(<Panel />);
    fireEvent.mouseDown(screen.getByRole('slider', { name: 'A' }));
    // The pointer moves as soon as the slider has left the page, before React has tidied up behind it.
    const gone = new Promise<void>((resolve) => {
      new MutationObserver(() => {
        document.dispatchEvent(new MouseEvent('mousemove', { bubbles: true, cancelable: true }));
        resolve();
      }).observe(container, { childList: true, subtree: true });
    });
    leave();
    await gone;
    await waitFor(() => expect(container.textContent).toBe('走了'));
    expect(faults).toEqual([]);
  });

  it('leaves the pointer alone once it has gone', async () => {
    const { unmount } = render(<Panel />);
    unmount();
    const moved = vi.fn();
    document.addEventListener('mousemove', moved);
    document.dispatchEvent(new MouseEvent('mousemove', { bubbles: true }));
    document.removeEventListener('mousemove', moved);
    expect(moved).toHaveBeenCalledOnce();
  });
});
