import { z } from 'zod';
import { idField } from '../../../src-shared/core/fields.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import { readScaled, type ScaledReading, scaledText } from '../../../src-shared/core/scaled-number.ts';
import type { OrderLine } from '../../../src-shared/orders/order.ts';
import { lineAmount, type OrderLineFigures } from '../../../src-shared/orders/order-line.ts';
import type { Product } from '../../../src-shared/products/product.ts';

/** A line as it stands in the grid: what was typed, whatever it is. */
export const typedLineSchema = z.object({
  key: z.string(),
  /** Of the order that is edited; null: a new line. */
  id: idField.nullable(),
  productId: idField.nullable(),
  title: z.string(),
  quantity: z.string(),
  unit: z.string(),
  price: z.string(),
  discount: z.string(),
  note: z.string(),
});
export type TypedLine = z.infer<typeof typedLineSchema>;

/** The cells one types into, from left to right: Enter and paste go this way. */
export const lineColumns = ['title', 'quantity', 'unit', 'price', 'discount'] as const;
export type LineColumn = (typeof lineColumns)[number];

export const decimalsOf = { quantity: 3, price: 4, discount: 2 } as const;

let lastKey = 0;

export function blankLine(discountBp = 0): TypedLine {
  lastKey += 1;
  const discount = discountBp === 0 ? '' : scaledText(discountBp, decimalsOf.discount);
  const key = `${Date.now().toString(36)}-${lastKey}`;
  return { key, id: null, productId: null, title: '', quantity: '', unit: '', price: '', discount, note: '' };
}

export function typedLineOf(line: OrderLine): TypedLine {
  return {
    key: line.id,
    id: line.id,
    productId: line.productId,
    title: line.title,
    quantity: scaledText(line.quantityE3, decimalsOf.quantity),
    unit: line.unit ?? '',
    price: scaledText(line.unitPriceE4, decimalsOf.price, 2),
    discount: line.discountBp === 0 ? '' : scaledText(line.discountBp, decimalsOf.discount),
    note: line.note ?? '',
  };
}

/** The discount it was given beforehand says nothing yet. */
export function isBlankLine({ title, quantity, unit, price, note }: TypedLine): boolean {
  return [title, quantity, unit, price, note].every((text) => text.trim() === '');
}

export type CellProblem = 'required' | 'out_of_range' | Extract<ScaledReading, { kind: 'problem' }>['problem'];

/** Figures that can be reckoned with, or what is wrong by cell. A price and a title are needed, a quantity is 1 when left out. */
export interface ReadLine {
  readonly figures: OrderLineFigures | null;
  readonly amountFen: Fen | null;
  readonly problems: Readonly<Partial<Record<LineColumn, CellProblem>>>;
}

const mostDiscountBp = 10_000;

export function readLine(line: TypedLine): ReadLine {
  const problems: Partial<Record<LineColumn, CellProblem>> = {};
  if (line.title.trim() === '') problems.title = 'required';
  const read = (column: 'quantity' | 'price' | 'discount', whenEmpty: number | null, least: number, most: number) => {
    const reading = readScaled(line[column], decimalsOf[column]);
    if (reading.kind === 'empty') {
      if (whenEmpty === null) problems[column] = 'required';
      return whenEmpty;
    }
    if (reading.kind === 'problem') {
      problems[column] = reading.problem;
      return null;
    }
    if (reading.value >= least && reading.value <= most) return reading.value;
    problems[column] = 'out_of_range';
    return null;
  };
  const quantityE3 = read('quantity', 1_000, 1, 1_000_000_000_000);
  const unitPriceE4 = read('price', null, -1_000_000_000_000, 1_000_000_000_000);
  const discountBp = read('discount', 0, 0, mostDiscountBp);
  if (quantityE3 === null || unitPriceE4 === null || discountBp === null) {
    return { figures: null, amountFen: null, problems };
  }
  const figures = { quantityE3, unitPriceE4, discountBp };
  const amountFen = amountOf(figures);
  return { figures: amountFen === null ? null : figures, amountFen, problems };
}

/** Null: more than can be said in fen. */
function amountOf(figures: OrderLineFigures): Fen | null {
  const roughly = (Math.abs(figures.unitPriceE4) * figures.quantityE3) / 100_000;
  return roughly > Number.MAX_SAFE_INTEGER / 2 ? null : lineAmount(figures);
}

/** The first wrong cell of the lines that say something, as one reads them. */
export function filledProblem(
  lines: readonly TypedLine[],
): { readonly no: number; readonly column: LineColumn; readonly problem: CellProblem } | null {
  for (const [index, line] of lines.entries()) {
    if (isBlankLine(line)) continue;
    const { problems } = readLine(line);
    for (const column of lineColumns) {
      const problem = problems[column];
      if (problem !== undefined) return { no: index + 1, column, problem };
    }
  }
  return null;
}

export function sumOfLines(lines: readonly TypedLine[]): Fen {
  return fen(lines.reduce((sum, line) => sum + (readLine(line).amountFen ?? 0), 0));
}

/** A product chosen for a line: what it brings stands in the cells, a quantity or discount typed already stays. */
export function withProduct(line: TypedLine, product: Product): TypedLine {
  return {
    ...line,
    productId: product.id,
    title: product.spec === null ? product.name : `${product.name} ${product.spec}`,
    unit: product.unit ?? line.unit,
    price: product.unitPriceE4 === null ? line.price : scaledText(product.unitPriceE4, decimalsOf.price, 2),
    quantity: line.quantity === '' ? '1' : line.quantity,
  };
}

/** A product found by a pasted name: what was pasted beside it stays. */
export function withPastedProduct(line: TypedLine, product: Product): TypedLine {
  const whole = withProduct(line, product);
  return {
    ...whole,
    price: line.price === '' ? whole.price : line.price,
    unit: line.unit === '' ? whole.unit : line.unit,
  };
}

/** Cells as they were copied from a spreadsheet; null: one piece of text, which is pasted as text. */
export function copiedCells(text: string): readonly (readonly string[])[] | null {
  const rows = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  if (rows.length === 1 && !text.includes('\t')) return null;
  return rows.map((row) => row.split('\t').map((cell) => cell.trim()));
}

/** Fills the grid from one cell to the right and down, and adds the lines that are missing. What does not fit is left out. */
export function pasteCells(
  lines: readonly TypedLine[],
  at: { readonly row: number; readonly column: LineColumn },
  cells: readonly (readonly string[])[],
  newLine: () => TypedLine,
): readonly TypedLine[] {
  const first = lineColumns.indexOf(at.column);
  const filled = [...lines];
  cells.forEach((row, down) => {
    const index = at.row + down;
    const line: TypedLine = { ...(filled[index] ?? newLine()) };
    row.forEach((cell, across) => {
      const column = lineColumns[first + across];
      if (column === undefined) return;
      line[column] = cell;
      // Another name is another product.
      if (column === 'title') line.productId = null;
    });
    filled[index] = line;
  });
  return filled;
}
