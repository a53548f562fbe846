import { type Fen, readYuan } from '../core/money.ts';
import { err, ok } from '../core/result.ts';
import type { ColumnAnswers } from './column-answers.ts';
import { type CellReading, cellProblem, isPlaceholder } from './read-cell.ts';
import { cellText, type SheetCell } from './sheet-cell.ts';

export interface CellAmount {
  readonly fen: Fen;
  /** Rounded half up because the user said so for the column. */
  readonly wasRounded: boolean;
}

/** `金额(万元)`: every number of the column is in ten thousands of yuan. */
export function amountUnitOf(header: string): '万' | '亿' | null {
  const unit = /[(（【[]\s*(?:单位[:：]?\s*)?(?:人民币)?\s*(万|亿)元?\s*[)）】\]]|(万|亿)元$/.exec(header.trim());
  const found = unit?.[1] ?? unit?.[2];
  return found === '万' || found === '亿' ? found : null;
}

/**
 * Reads an amount (domain §10). Numbers are taken to 15 significant digits, as Excel shows them; more than 2 decimals
 * left is a question for the column. A text is never rounded.
 */
export function readAmountCell(
  cell: SheetCell | null,
  answers: ColumnAnswers = {},
  unit: '万' | '亿' | null = null,
): CellReading<CellAmount> {
  const problem = cellProblem(cell);
  if (problem) return err(problem);
  if (cell === null || isPlaceholder(cell)) return ok(null);
  if (cell.t !== 'n' && cell.t !== 's') return err('not_an_amount');
  const text = cellText(cell);
  const reading = readYuan(unit !== null && !/[万亿]/.test(text) ? withUnit(text, unit) : text);
  switch (reading.kind) {
    case 'amount':
      return ok({ fen: reading.fen, wasRounded: false });
    case 'too_large':
      return err('amount_too_large');
    case 'not_an_amount':
      return err('not_an_amount');
    case 'too_precise':
      if (cell.t === 's') return err('text_amount_too_precise');
      return answers.roundHalfUp ? ok({ fen: reading.roundedFen, wasRounded: true }) : err('too_many_decimals');
  }
}

/** The unit goes behind the last digit: `(1.2)` and `1.2元` have something after it. */
function withUnit(text: string, unit: '万' | '亿'): string {
  return text.replace(/(\d)(\D*)$/, `$1${unit}$2`);
}
