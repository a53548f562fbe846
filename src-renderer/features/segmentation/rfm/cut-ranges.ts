export interface CutRange {
  /** Included; null: no lower end. */
  readonly from: number | null;
  /** Included; null: no upper end. */
  readonly to: number | null;
}

/**
 * What a score of 1–5 means in whole days or orders: score 1 + number of cut points exceeded, so a score covers what is
 * above the cut point before it, up to its own. Null: nothing can have it, where cut points are equal.
 */
export function wholeRange(cuts: readonly number[], exceeded: number): CutRange | null {
  const [below, own] = [cuts[exceeded - 1], cuts[exceeded]];
  const from = below === undefined ? null : Math.floor(below) + 1;
  const to = own === undefined ? null : Math.floor(own);
  return from !== null && to !== null && from > to ? null : { from, to };
}
