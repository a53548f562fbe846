import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { calendarDateField, idField, optionalText, requiredText } from '../../src-shared/core/fields.ts';
import { fieldErrors } from './field-errors.ts';

function problemsOf(schema: z.ZodType, input: unknown) {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) throw new Error('the input is valid');
  return fieldErrors(parsed.error.issues).map(({ field, problem }) => `${field}: ${problem}`);
}

const schema = z.object({
  name: requiredText(5),
  note: optionalText(3).default(null),
  role: z.enum(['a', 'b']).default('a'),
  days: z.number().int().min(1).max(9).default(1),
  on: calendarDateField.optional(),
  ownerId: idField.nullable().default(null),
  tagIds: z.array(idField).min(1).max(2).optional(),
  change: z.discriminatedUnion('kind', [z.object({ kind: z.literal('x') })]).optional(),
  filter: idField.or(z.literal('none')).optional(),
});

describe('fieldErrors', () => {
  it.each([
    [{}, ['name: required']],
    [{ name: ' ' }, ['name: required']],
    [{ name: null }, ['name: invalid']],
    [{ name: 7 }, ['name: invalid']],
    [{ name: 'abcdef' }, ['name: too_long']],
    [{ name: 'a', note: 'abcd' }, ['note: too_long']],
    [{ name: 'a', role: 'root' }, ['role: unknown_choice']],
    [{ name: 'a', days: 0 }, ['days: out_of_range']],
    [{ name: 'a', days: 10 }, ['days: out_of_range']],
    [{ name: 'a', days: 1.5 }, ['days: invalid']],
    [{ name: 'a', days: Number.NaN }, ['days: invalid']],
    [{ name: 'a', on: '2026-02-30' }, ['on: invalid_date']],
    [{ name: 'a', ownerId: '7' }, ['ownerId: invalid']],
    [{ name: 'a', tagIds: ['x'] }, ['tagIds.0: invalid']],
    [{ name: 'a', tagIds: [] }, ['tagIds: required']],
    [{ name: 'a', change: { kind: 'y' } }, ['change.kind: unknown_choice']],
    [{ name: 'a', filter: 'any' }, ['filter: unknown_choice']],
    ['text', [': invalid']],
    [{ days: 0 }, ['name: required', 'days: out_of_range']],
  ])('says of %j what is wrong and where', (input, problems) => {
    expect(problemsOf(schema, input)).toEqual(problems);
  });

  it('names no more than 50 fields', () => {
    const input = Array.from({ length: 500 }, () => 'x');
    expect(problemsOf(z.array(z.number()), input)).toHaveLength(50);
  });
});
