import { describe, expect, it } from 'vitest';
import { isPlainInput } from './plain-input.ts';

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

function loop(): unknown {
  const value: Record<string, unknown> = {};
  value.self = value;
  return value;
}

function bush(): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < 23; level += 1) value = [value, value, value];
  return value;
}

describe('isPlainInput', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'x'],
    ['a long text', 'x'.repeat(5_000_000)],
    ['an object', { a: [1, true, null, { b: 'c' }] }],
    ['an object without prototype', Object.create(null)],
    ['10,000 ids', Array.from({ length: 10_000 }, () => 'id')],
    ['own keys that look like the prototype’s', JSON.parse('{"__proto__":{"x":1},"constructor":1}')],
    ['20 levels', nested(20)],
  ])('lets %s through', (_what, input) => {
    expect(isPlainInput(input)).toBe(true);
  });

  it.each([
    ['what refers to itself', loop()],
    ['a thousand levels', nested(1000)],
    ['few objects that unfold to billions', bush()],
    ['a sparse array of 4 billion', new Array(2 ** 32 - 1)],
    ['a map', new Map()],
    ['a set', { a: new Set() }],
    ['a date', [new Date(0)]],
    ['bytes', new Uint8Array(3)],
    ['a bigint', 3n],
    ['a regular expression', /x/],
    ['a function', () => 1],
    ['an error', new Error('x')],
  ])('refuses %s', (_what, input) => {
    expect(isPlainInput(input)).toBe(false);
  });
});
