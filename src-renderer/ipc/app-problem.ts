import type { AppError } from '../../src-shared/core/app-error.ts';

/** Carries an expected failure through code that can only throw (the query cache); `error` is what the user is told. */
export class AppProblem extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.kind);
    this.name = 'AppProblem';
    this.error = error;
  }
}

/** Anything thrown, as an error a person can be told about. A lost main process has no log entry to point at. */
export function toAppError(thrown: unknown): AppError {
  return thrown instanceof AppProblem ? thrown.error : { kind: 'internal', logRef: '' };
}
