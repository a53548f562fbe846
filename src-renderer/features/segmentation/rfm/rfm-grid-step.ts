/** A place in the grid, counted from its left upper corner. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

const last = 4;
const held = (at: number) => Math.min(last, Math.max(0, at));

/** Where a key leads within the 5 × 5; at an edge it stays. Null: the key is none of the grid's. */
export function rfmGridStep({ row, column }: GridPlace, key: string, isWhole: boolean): GridPlace | null {
  switch (key) {
    case 'ArrowUp':
      return { row: held(row - 1), column };
    case 'ArrowDown':
      return { row: held(row + 1), column };
    case 'ArrowLeft':
      return { row, column: held(column - 1) };
    case 'ArrowRight':
      return { row, column: held(column + 1) };
    case 'Home':
      return { row: isWhole ? 0 : row, column: 0 };
    case 'End':
      return { row: isWhole ? last : row, column: last };
    default:
      return null;
  }
}
