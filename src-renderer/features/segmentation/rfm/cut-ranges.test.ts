import { describe, expect, it } from 'vitest';
import { wholeRange } from './cut-ranges.ts';

describe('wholeRange', () => {
  it.each([
    [[114, 180, 296.4, 481], 0, { from: null, to: 114 }],
    [[114, 180, 296.4, 481], 2, { from: 181, to: 296 }],
    [[114, 180, 296.4, 481], 3, { from: 297, to: 481 }],
    [[114, 180, 296.4, 481], 4, { from: 482, to: null }],
    [[1, 1, 2, 3], 0, { from: null, to: 1 }],
    [[1, 1, 2, 3], 1, null],
    [[1.2, 1.8, 2, 3], 1, null],
    [[1, 2, 2, 3], 1, { from: 2, to: 2 }],
  ] as const)('%j, %i exceeded: %j', (cuts, exceeded, range) => {
    expect(wholeRange(cuts, exceeded)).toEqual(range);
  });
});
