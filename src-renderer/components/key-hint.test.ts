import { expect, it } from 'vitest';
import { comboText } from './key-hint.tsx';

it.each([
  ['mod+shift+z', 'Ctrl+Shift+Z'],
  ['arrowleft', '←'],
  ['arrowright', '→'],
  ['pageup', 'PgUp'],
  ['pagedown', 'PgDn'],
  ['f2', 'F2'],
] as const)('writes %s as the keyboard does: %s', (combo, shown) => {
  expect(comboText(combo)).toBe(shown);
});
