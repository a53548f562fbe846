// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { comboOf, isTextField } from './shortcuts.ts';

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('comboOf', () => {
  it.each([
    [{ key: 'k', ctrlKey: true }, 'mod+k'],
    [{ key: 'k', metaKey: true }, 'mod+k'],
    [{ key: 'Z', ctrlKey: true, shiftKey: true }, 'mod+shift+z'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: ' ', shiftKey: true }, 'shift+space'],
    [{ key: 'Escape' }, 'escape'],
    [{ key: 'N', ctrlKey: true }, 'mod+n'],
  ])('reads %o as %s', (event, combo) => {
    expect(comboOf({ ...plain, ...event })).toBe(combo);
  });
});

describe('isTextField', () => {
  it.each([
    ['<input>', true],
    ['<input type="search">', true],
    ['<textarea></textarea>', true],
    ['<input type="checkbox">', false],
    ['<button></button>', false],
  ])('%s: %s', (html, expected) => {
    document.body.innerHTML = html;
    expect(isTextField(document.body.firstChild)).toBe(expected);
  });
});
