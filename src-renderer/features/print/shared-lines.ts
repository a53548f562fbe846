/** A list that shares a page with others. */
export interface LinesWish {
  /** Lines there are to print. */
  readonly lines: number;
  /** How many there are in all, with those that were not read. */
  readonly total: number;
  /** Lines it gets each time the others get theirs. */
  readonly share: number;
}

/** No list is cut below this to make room. */
const least = 3;

/** Heights of the sheet's parts in one unit, as its style has them. */
export interface LineHeights {
  readonly line: number;
  /** 'and n more' under a list that is cut. */
  readonly more: number;
}

function heightOf({ total }: LinesWish, given: number, heights: LineHeights): number {
  return given * heights.line + (given < total ? heights.more : 0);
}

/** What the lists take when they are cut as far as they may be. */
export function leastHeight(wishes: readonly LinesWish[], heights: LineHeights): number {
  return wishes.reduce((sum, wish) => sum + heightOf(wish, Math.min(least, wish.lines), heights), 0);
}

/**
 * How many lines of each list are printed so that all of them fit into `room`: turn by turn each gets its share until
 * nothing more fits. Never less than the least, even where that does not fit.
 */
export function sharedLines(room: number, wishes: readonly LinesWish[], heights: LineHeights): readonly number[] {
  const given = wishes.map(({ lines }) => Math.min(least, lines));
  let left = room - leastHeight(wishes, heights);
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const [index, wish] of wishes.entries()) {
      for (let turn = 0; turn < wish.share; turn += 1) {
        const now = given[index] ?? 0;
        const cost = heightOf(wish, now + 1, heights) - heightOf(wish, now, heights);
        if (now >= wish.lines || cost > left) break;
        given[index] = now + 1;
        left -= cost;
        isMoving = true;
      }
    }
  }
  return given;
}
