import type { z } from 'zod';
import type { FieldError, FieldProblem } from '../../src-shared/core/app-error.ts';

type Issue = z.core.$ZodIssue;

const problems: ReadonlySet<string> = new Set<FieldProblem>([
  'required',
  'too_long',
  'invalid',
  'invalid_date',
  'invalid_phone',
  'invalid_uscc',
  'invalid_email',
  'out_of_range',
  'unknown_choice',
  'program_file',
]);

/** More would help nobody, and a hostile input could have a million. */
const reportedFields = 50;

/** zod's issues as plain data. The input must have been parsed with `reportInput`, or 'required' cannot be told. */
export function fieldErrors(issues: readonly Issue[]): readonly FieldError[] {
  return issues.slice(0, reportedFields).map((issue) => ({ field: fieldName(issue.path), problem: problemOf(issue) }));
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.map((key) => String(key).slice(0, 100)).join('.');
}

function problemOf(issue: Issue): FieldProblem {
  if (isProblem(issue.message)) return issue.message;
  if (issue.input === undefined && 'input' in issue) return 'required';
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'out_of_range';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'required' : 'out_of_range';
    case 'invalid_value':
    case 'invalid_union':
      return 'unknown_choice';
    default:
      return 'invalid';
  }
}

function isProblem(message: string): message is FieldProblem {
  return problems.has(message);
}
