import type { TFunction } from 'i18next';
import { isQuestion } from '../../../src-shared/files-in/import-problem.ts';
import { isImportKey } from '../../../src-shared/files-in/import-targets.ts';
import type { ImportCell, ImportRow } from '../../../src-shared/files-in/imports-contract.ts';

export type RowTone = 'error' | 'question' | 'quiet';

export interface RowWords {
  readonly text: string;
  readonly tone: RowTone;
}

/** The word for a field of any target; a field of a later version keeps its own name. */
export function importFieldText(t: TFunction, field: string): string {
  return isImportKey(field) ? t(`imports.field.${field}`) : field;
}

const changesNamed = 2;

/** What the column 原因 says of a row: what is wrong, else what it means, else what it would change. */
export function rowWords(t: TFunction, row: ImportRow): RowWords {
  const problems = row.cells.filter((cell) => cell.problem !== null);
  if (problems.length > 0) {
    const isOpen = problems.every((cell) => cell.problem !== null && isQuestion(cell.problem));
    const said = problems.map((cell) => problemText(t, cell));
    return { text: listed(t, said), tone: isOpen ? 'question' : 'error' };
  }
  const text = decidedText(t, row) ?? reasonText(t, row) ?? changesText(t, row) ?? noticesText(t, row) ?? '';
  return { text, tone: row.result === 'error' || row.result === 'question' ? row.result : 'quiet' };
}

/** What a marked cell says when one points at it. Null: nothing beyond its text. */
export function cellTitle(t: TFunction, cell: ImportCell): string | null {
  if (cell.problem !== null) return t('imports.check.cellHint', { reason: problemText(t, cell) });
  return cell.mark === 'changed' ? changeText(t, cell) : null;
}

function problemText(t: TFunction, cell: ImportCell): string {
  const reason = cell.problem === null ? '' : t(`imports.reason.${cell.problem}`);
  return t('imports.check.cellProblem', { field: importFieldText(t, cell.field), reason });
}

function changeText(t: TFunction, cell: ImportCell): string {
  const field = importFieldText(t, cell.field);
  // Tiers and owners come without the name they had: only that they change can be said.
  if (cell.before === null) {
    return cell.field === 'tier' || cell.field === 'owner'
      ? t('imports.check.changedTo', { field, after: cell.text })
      : t('imports.check.wasBlank', { field, after: cell.text });
  }
  return t('imports.check.changed', { field, before: cell.before, after: cell.text });
}

function changesText(t: TFunction, row: ImportRow): string | null {
  if (row.result !== 'update') return null;
  const changed = row.cells.filter((cell) => cell.mark === 'changed').map((cell) => changeText(t, cell));
  return changed.length === 0 ? null : listed(t, changed);
}

function noticesText(t: TFunction, row: ImportRow): string | null {
  const kinds = [...new Set(row.notices.map((notice) => notice.kind))];
  return kinds.length === 0
    ? null
    : listed(
        t,
        kinds.map((kind) => t(`imports.reason.${kind}`)),
      );
}

function listed(t: TFunction, said: readonly string[]): string {
  const [first = '', second] = said;
  if (second === undefined) return first;
  const words = t('imports.check.joined', { first, second });
  return said.length > changesNamed ? t('imports.check.andMore', { words, count: said.length }) : words;
}

function decidedText(t: TFunction, row: ImportRow): string | null {
  if (row.decision === null) return null;
  return t(`imports.check.decided.${row.decision}`, { name: row.matches[0]?.name ?? '' });
}

function reasonText(t: TFunction, row: ImportRow): string | null {
  switch (row.reason) {
    case null:
      return null;
    case 'same_as_row':
      return t('imports.check.sameAsRow', { row: row.otherRow ?? '' });
    case 'folded':
      return isLineOfOrder(row)
        ? (noticesText(t, row) ?? t('imports.check.lineOf', { row: row.foldsInto ?? '' }))
        : t('imports.check.foldedInto', { row: row.foldsInto ?? '' });
    case 'same_name_in_file':
      return t('imports.check.sameNameInFile', { row: row.otherRow ?? '' });
    case 'twice_in_file':
      return t('imports.check.twiceAs', { row: row.otherRow ?? '' });
    case 'order_incomplete':
      return t('imports.check.brokenAt', { row: row.otherRow ?? '' });
    case 'may_be_known': {
      const name = row.matches[0]?.name;
      return name === undefined ? t('imports.reason.may_be_known') : t('imports.check.mayBe', { name });
    }
    default:
      return t(`imports.reason.${row.reason}`);
  }
}

function isLineOfOrder(row: ImportRow): boolean {
  return row.cells.some(({ field }) => field === 'issuedOn' || field === 'orderNo');
}
