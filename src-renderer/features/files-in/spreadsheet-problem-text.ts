import type { TFunction } from 'i18next';
import type { SpreadsheetLimit, SpreadsheetProblem } from '../../../src-shared/files-in/spreadsheet-problem.ts';
import { countText, fileSizeText } from '../../text/number-text.ts';

/** Limits counted in bytes; the others count things. */
const inBytes: ReadonlySet<SpreadsheetLimit> = new Set(['entry_bytes', 'total_bytes', 'text_bytes', 'rows_bytes']);

/** What the file is and what to do about it. */
export function spreadsheetProblemText(t: TFunction, problem: SpreadsheetProblem): string {
  switch (problem.kind) {
    case 'unreadable':
    case 'staging_failed':
      return t(`imports.refused.${problem.kind}`, { code: problem.code });
    case 'damaged':
    case 'unsafe_xml':
      return t(`imports.refused.${problem.kind}`, { part: problem.part });
    case 'not_a_spreadsheet':
      return t('imports.refused.not_a_spreadsheet', { what: t(`imports.looksLike.${problem.looksLike}`) });
    case 'too_big':
      return t('imports.refused.too_big', {
        what: t(`imports.limit.${problem.what}`),
        limit: inBytes.has(problem.what) ? fileSizeText(problem.limit) : countText(problem.limit),
      });
    case 'too_slow':
      return t('imports.refused.too_slow', { seconds: Math.round(problem.limitMs / 1000) });
    case 'too_much_memory':
      return t('imports.refused.too_much_memory', { mb: countText(problem.limitMb) });
    default:
      return t(`imports.refused.${problem.kind}`);
  }
}
