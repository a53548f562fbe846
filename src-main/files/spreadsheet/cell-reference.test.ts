import { describe, expect, it } from 'vitest';
import {
  BEYOND_ANY_CELL,
  columnOfReference,
  rangeOfReference,
  rowOfReference,
  wholeNumberOf,
} from './cell-reference.ts';

const on = (read: (bytes: Uint8Array, start: number, end: number) => number, text: string) =>
  read(Buffer.from(text), 0, text.length);

describe('columnOfReference and rowOfReference', () => {
  it.each([
    ['A1', 0, 1],
    ['Z9', 25, 9],
    ['AA10', 26, 10],
    ['XFD1048576', 16_383, 1_048_576],
    ['ab12', 27, 12],
    ['7', -1, 7],
    ['', -1, 0],
    ['B', 1, 0],
    ['A1x', 0, 0],
  ])('%s', (reference, column, row) => {
    expect([on(columnOfReference, reference), on(rowOfReference, reference)]).toEqual([column, row]);
  });

  it('never overflow', () => {
    expect(on(columnOfReference, 'Z'.repeat(500))).toBeGreaterThan(1_000_000);
    expect(on(rowOfReference, `A${'9'.repeat(500)}`)).toBe(BEYOND_ANY_CELL);
  });
});

describe('wholeNumberOf', () => {
  it.each([
    ['0', 0],
    ['42', 42],
    ['007', 7],
    ['4294967295', BEYOND_ANY_CELL],
    ['', -1],
    ['-1', -1],
    ['1.5', -1],
    [' 1', -1],
  ])('%j is %d', (text, value) => {
    expect(on(wholeNumberOf, text)).toBe(value);
  });
});

describe('rangeOfReference', () => {
  it.each([
    ['A1:XFD1048576', [1, 1, 1_048_576, 16_384]],
    ['B2', [2, 2, 2, 2]],
    ['$B$2:$D$7', [2, 2, 7, 4]],
    ['A:A', null],
    ['Sheet1!A1', null],
    ['', null],
  ])('%s', (reference, expected) => {
    const range = rangeOfReference(reference);
    expect(range === null ? null : [range.firstRow, range.firstColumn, range.lastRow, range.lastColumn]).toEqual(
      expected,
    );
  });
});
