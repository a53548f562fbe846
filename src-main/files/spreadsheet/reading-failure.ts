import type { SpreadsheetLimit, SpreadsheetProblem } from '../../../src-shared/files-in/spreadsheet-problem.ts';

/**
 * Unwinds a reader that stands deep inside a stream. Never leaves this folder:
 * inspectWorkbook and stageSheet turn it into the problem it carries.
 */
export class ReadingFailure extends Error {
  readonly problem: SpreadsheetProblem;

  constructor(problem: SpreadsheetProblem, options?: ErrorOptions) {
    super(`spreadsheet: ${problem.kind}`, options);
    this.problem = problem;
  }
}

export function tooBig(what: SpreadsheetLimit, limit: number): ReadingFailure {
  return new ReadingFailure({ kind: 'too_big', what, limit });
}

export function damaged(part: string, cause?: unknown): ReadingFailure {
  return new ReadingFailure({ kind: 'damaged', part }, { cause });
}
