import type { TFunction } from 'i18next';
import { type CellProblem, decimalsOf, filledProblem, type LineColumn, type TypedLine } from './order-lines.ts';

/** What is wrong with a cell, and what it may be. */
export function cellProblemText(t: TFunction, column: LineColumn, problem: CellProblem): string {
  const isFigure = column === 'quantity' || column === 'price' || column === 'discount';
  if (isFigure && problem === 'out_of_range') return t(`order.cell.range.${column}`);
  if (isFigure && problem === 'too_precise') return t('order.cell.too_precise', { digits: decimalsOf[column] });
  return t(`order.cell.${problem}`);
}

/** The first cell that cannot be reckoned with, in words; null: all can. */
export function lineProblemText(t: TFunction, lines: readonly TypedLine[]): string | null {
  const wrong = filledProblem(lines);
  if (!wrong) return null;
  const { no, column, problem } = wrong;
  const cell = t('order.cellOf', { no, column: t(`order.column.${column}`) });
  return t('order.problem.line', { cell, problem: cellProblemText(t, column, problem) });
}
