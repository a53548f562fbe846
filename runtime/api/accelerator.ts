import type { AcceleratorKey } from '../messages.ts';

const namedKeys: Readonly<Record<string, string>> = {
  plus: '+',
  space: ' ',
  return: 'enter',
  esc: 'escape',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
};

/**
 * Reads Electron's accelerator text (`CmdOrCtrl+Shift+N`) for the page's keyboard events.
 * Throws on a modifier that does not exist, as Electron does when the menu is built.
 */
export function acceleratorKey(accelerator: string, platform: NodeJS.Platform): Omit<AcceleratorKey, 'itemId'> {
  const parts = accelerator.split('+').map((part) => part.toLowerCase());
  const last = parts.pop() ?? '';
  const key = { key: namedKeys[last] ?? last, ctrl: false, shift: false, alt: false };
  for (const part of parts) {
    if (part === 'shift') key.shift = true;
    else if (part === 'alt' || part === 'option') key.alt = true;
    else if (part === 'ctrl' || part === 'control' || part === 'cmdorctrl' || part === 'commandorcontrol')
      key.ctrl = true;
    else if ((part === 'cmd' || part === 'command') && platform === 'darwin') key.ctrl = true;
    else throw new Error(`conversion failure from ${accelerator}`);
  }
  return key;
}
