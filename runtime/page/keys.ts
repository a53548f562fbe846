import type { AcceleratorKey } from '../messages.ts';
import { post } from './socket.ts';

let accelerators: readonly AcceleratorKey[] = [];

export function setAccelerators(next: readonly AcceleratorKey[]): void {
  accelerators = next;
}

/** As in Electron the page sees a key first; what it leaves alone goes to the application menu. */
export function watchKeys(): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const pressed = accelerators.find(
      (key) =>
        key.key === event.key.toLowerCase() &&
        key.ctrl === (event.ctrlKey || event.metaKey) &&
        key.shift === event.shiftKey &&
        key.alt === event.altKey,
    );
    if (pressed === undefined) return;
    event.preventDefault();
    post({ type: 'accelerator', itemId: pressed.itemId });
  });
}
