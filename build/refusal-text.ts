import type { SpreadsheetProblem } from '../src-shared/files-in/spreadsheet-problem.ts';

/** Why a file was refused and what to do, for a command line; the window's own sentences are in its catalogues. */
export function refusalText(problem: SpreadsheetProblem): string {
  return JSON.stringify(problem);
}
