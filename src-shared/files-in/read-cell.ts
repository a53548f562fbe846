import { tidySpaces } from '../core/fold-text.ts';
import { withoutControls } from '../core/plain-text.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { ImportProblem } from './import-problem.ts';
import { cellText, type SheetCell } from './sheet-cell.ts';

/** What one cell says to one kind of field. Null: nothing, so that it wipes nothing (domain §10). */
export type CellReading<T> = Result<T | null, ImportProblem>;

/** What people and databases write where there is nothing. */
const nothing = /^(?:null|\(null\)|nil|none|n\/a|undefined|nan)$/i;
/** Means nothing too, but only where no such text can be meant: in a phone, a date, an amount. */
const placeholder = /^(?:[-—–_/\\.*·]+|无|暂无|没有|未知|不详|待补充|待定|空|未填|未填写)$/;

/** True for a blank cell and for words that stand for one (`NULL`, `N/A`). */
export function isBlankCell(cell: SheetCell | null): boolean {
  if (cell === null) return true;
  if (cell.t !== 's') return false;
  const text = tidySpaces(cell.v);
  return text === '' || nothing.test(text);
}

/** True for what means 'nothing' in a field of digits: `-`, `无`, `待补充`, and every blank cell. */
export function isPlaceholder(cell: SheetCell | null): boolean {
  return isBlankCell(cell) || (cell?.t === 's' && placeholder.test(tidySpaces(cell.v)));
}

/** The problem of a cell that no field can read: Excel's error values, formulas without a value. */
export function cellProblem(cell: SheetCell | null): ImportProblem | null {
  if (cell?.t === 's' && /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/i.test(cell.v.trim())) return 'error_cell';
  if (cell?.t !== 'e') return null;
  if (cell.v === 'no_cached_value') return 'formula_without_value';
  return cell.v.startsWith('#') ? 'error_cell' : 'unreadable_cell';
}

/** Trims, and nothing else: names keep their width and their inner spaces. Line breaks inside stay. */
export function readTextCell(cell: SheetCell | null): CellReading<string> {
  const problem = cellProblem(cell);
  if (problem) return err(problem);
  if (isBlankCell(cell)) return ok(null);
  return ok(trimmed(withoutControls(cellText(cell))));
}

const spaceAtAnEnd = /^[\p{Z}\p{Cc}\p{Cf}\s]+|[\p{Z}\p{Cc}\p{Cf}\s]+$/gu;
const common = /^[\u4e00-\u9fff!-~]$/;

function trimmed(text: string): string {
  // Else the pattern tries its second half at every character.
  if (common.test(text.charAt(0)) && common.test(text.charAt(text.length - 1))) return text;
  return text.replace(spaceAtAnEnd, '');
}
