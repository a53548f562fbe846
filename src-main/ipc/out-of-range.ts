import type { AppError } from '../../src-shared/core/app-error.ts';
import { err, type Result } from '../../src-shared/core/result.ts';

/** A field whose value is well formed and cannot be: a span too long, a day too far off. */
export function outOfRange(field: string): Result<never, AppError> {
  return err({ kind: 'validation', fields: [{ field, problem: 'out_of_range' }] });
}
