import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate } from './paginate.ts';

const stop = (height: number) => ({ height, keepWithNext: false });
const heading = (height: number) => ({ height, keepWithNext: true });

describe('paginate', () => {
  it.each([
    ['nothing is one empty page', [], [[0, 0]]],
    ['what fits exactly stays on one page', [stop(50), stop(50)], [[0, 2]]],
    [
      'what does not fit begins the next page',
      [stop(50), stop(51)],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      'a heading is not left alone at the foot',
      [stop(60), heading(20), stop(30)],
      [
        [0, 1],
        [1, 3],
      ],
    ],
    [
      'two headings go with what they stand over',
      [stop(60), heading(10), heading(10), stop(30)],
      [
        [0, 1],
        [1, 4],
      ],
    ],
    ['a heading with nothing under it is still printed', [stop(60), heading(10)], [[0, 2]]],
    [
      'a stop taller than a page stands alone',
      [stop(10), stop(500), stop(10)],
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
    ],
    [
      'later pages hold more than the first',
      [stop(100), stop(60), stop(60)],
      [
        [0, 1],
        [1, 3],
      ],
    ],
  ])('%s', (_name, blocks, expected) => {
    expect(paginate(blocks, { first: 100, later: 120 })).toEqual(expected);
  });

  it('prints every block once, in order, and overfills no page with more than one thing', () => {
    const block = fc.record({ height: fc.integer({ min: 1, max: 90 }), keepWithNext: fc.boolean() });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 60 }), (blocks) => {
        const room = { first: 100, later: 130 };
        const pages = paginate(blocks, room);
        expect(pages.flatMap(([from, to]) => blocks.slice(from, to))).toEqual(blocks);
        pages.forEach(([from, to], index) => {
          const onPage = blocks.slice(from, to);
          const height = onPage.reduce((sum, each) => sum + each.height, 0);
          const isOneRun = onPage.slice(0, -1).every((each) => each.keepWithNext);
          expect(height <= (index === 0 ? room.first : room.later) || isOneRun).toBe(true);
          if (index < pages.length - 1) expect(onPage.at(-1)?.keepWithNext).not.toBe(true);
        });
      }),
    );
  });
});
