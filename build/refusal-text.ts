import { createInstance } from 'i18next';
import { spreadsheetProblemText } from '../src-renderer/features/files-in/spreadsheet-problem-text.ts';
import en from '../src-renderer/text/en.json' with { type: 'json' };
import type { SpreadsheetProblem } from '../src-shared/files-in/spreadsheet-problem.ts';

const i18n = createInstance();
await i18n.init({
  lng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Why a file was refused and what to do, in the very words of the window. */
export function refusalText(problem: SpreadsheetProblem): string {
  return spreadsheetProblemText(i18n.t, problem);
}
