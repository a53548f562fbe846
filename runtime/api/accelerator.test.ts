import { describe, expect, it } from 'vitest';
import { acceleratorKey } from './accelerator.ts';

const none = { ctrl: false, shift: false, alt: false };

describe('acceleratorKey', () => {
  it.each([
    ['CmdOrCtrl+N', { ...none, key: 'n', ctrl: true }],
    ['Control+Shift+Z', { ...none, key: 'z', ctrl: true, shift: true }],
    ['Alt+Up', { ...none, key: 'arrowup', alt: true }],
    ['F5', { ...none, key: 'f5' }],
    ['CommandOrControl+Plus', { ...none, key: '+', ctrl: true }],
  ])('reads %s', (text, key) => {
    expect(acceleratorKey(text, 'linux')).toEqual(key);
  });

  it.each(['Strg+N', 'Cmd+N', 'Ctrl+Hyper+N'])('refuses %s on Linux', (text) => {
    expect(() => acceleratorKey(text, 'linux')).toThrow('conversion failure');
  });
});
