export interface MeasuredBlock {
  readonly height: number;
  readonly keepWithNext: boolean;
}

/** Heights in one unit, whichever. */
export interface PageRoom {
  /** For blocks on the first page and on those after it; a later one has a shorter head. */
  readonly first: number;
  readonly later: number;
}

/**
 * Which blocks stand on which page: `[from, to)` for each, at least one page. A heading goes with what follows it. A
 * block taller than a page stands alone on one and is cut by it.
 */
export function paginate(blocks: readonly MeasuredBlock[], room: PageRoom): readonly (readonly [number, number])[] {
  const pages: (readonly [number, number])[] = [];
  let from = 0;
  let left = room.first;
  for (const [start, end] of runs(blocks)) {
    const height = blocks.slice(start, end).reduce((sum, block) => sum + block.height, 0);
    if (height > left && start > from) {
      pages.push([from, start]);
      from = start;
      left = room.later;
    }
    left -= height;
  }
  pages.push([from, blocks.length]);
  return pages;
}

/** Blocks that must not be parted: headings together with the first thing under them. */
function runs(blocks: readonly MeasuredBlock[]): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let start = 0;
  blocks.forEach((block, index) => {
    if (block.keepWithNext && index < blocks.length - 1) return;
    found.push([start, index + 1]);
    start = index + 1;
  });
  return found;
}
