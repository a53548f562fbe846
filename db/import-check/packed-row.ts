import type { ImportCell, ImportRow } from '../../src-shared/files-in/imports-contract.ts';
import type { SheetCell, SheetRow } from '../../src-shared/files-in/sheet-cell.ts';

type Marks = Pick<ImportCell, 'mark' | 'problem' | 'before'>;

/** Nearly all cells are plain: what a few of them have beside their text stands apart. Half the time and room. */
interface PackedView extends Omit<ImportRow, 'cells'> {
  /** Field and text by turns. */
  readonly texts: readonly string[];
  /** By the cell's place in the row, from 0. */
  readonly marks?: Readonly<Record<number, Marks>>;
}

const plain: Marks = { mark: null, problem: null, before: null };

export function packedView({ cells, ...view }: ImportRow): string {
  const texts: string[] = [];
  const marks: Record<number, Marks> = {};
  let isMarked = false;
  for (const [index, { field, text, mark, problem, before }] of cells.entries()) {
    texts.push(field, text);
    if (mark === null && problem === null && before === null) continue;
    marks[index] = { mark, problem, before };
    isMarked = true;
  }
  const whole: PackedView = isMarked ? { ...view, texts, marks } : { ...view, texts };
  return JSON.stringify(whole);
}

export function unpackedView(json: unknown): ImportRow {
  // Safe: packedView wrote it into a file of our own.
  const { texts, marks, ...view } = JSON.parse(String(json)) as PackedView;
  const cells: ImportCell[] = [];
  for (let index = 0; index * 2 < texts.length; index += 1) {
    cells.push({ field: texts[index * 2] ?? '', text: texts[index * 2 + 1] ?? '', ...(marks?.[index] ?? plain) });
  }
  return { ...view, cells };
}

/** Texts, which nearly all cells are, as texts. */
type PackedCell = string | null | Exclude<SheetCell, { t: 's' }>;

export function packedSource({ cells, hidden }: SheetRow): string {
  const packed = cells.map((cell): PackedCell => (cell?.t === 's' ? cell.v : cell));
  return JSON.stringify(hidden ? { hidden, cells: packed } : packed);
}

export function unpackedSource(row: number, json: string): SheetRow {
  // Safe: packedSource wrote it into a file of our own.
  const packed = JSON.parse(json) as
    | readonly PackedCell[]
    | { readonly hidden: true; readonly cells: readonly PackedCell[] };
  const [cells, hidden] = 'cells' in packed ? [packed.cells, packed.hidden] : [packed, false];
  const whole = cells.map((cell): SheetCell | null => (typeof cell === 'string' ? { t: 's', v: cell } : cell));
  return hidden ? { row, hidden, cells: whole } : { row, cells: whole };
}
