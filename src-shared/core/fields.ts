import { z } from 'zod';
import { type CalendarDate, parseCalendarDate } from './calendar-date.ts';
import { type Id, isId } from './id.ts';
import { type Instant, parseInstant } from './instant.ts';
import { plainLine, plainLines } from './plain-text.ts';

/** zod pieces for the contract. Messages are FieldProblem words; sentences are the renderer's. */
export const idField = z.custom<Id>((value) => typeof value === 'string' && isId(value), { message: 'invalid' });

export const calendarDateField = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && parseCalendarDate(value) !== null,
  { message: 'invalid_date' },
);

export const instantField = z.custom<Instant>((value) => typeof value === 'string' && parseInstant(value) !== null, {
  message: 'invalid_date',
});

/** One line, trimmed, that must hold something (see plainLine for what goes). */
export function requiredText(maxLength: number) {
  return required(plainLine, maxLength);
}

/** As requiredText, of one or more lines. */
export function requiredLines(maxLength: number) {
  return required(plainLines, maxLength);
}

/** One line, trimmed, where empty means absent: '' and null both become null. */
export function optionalText(maxLength: number) {
  return optional(plainLine, maxLength);
}

/** As optionalText, of one or more lines. */
export function optionalLines(maxLength: number) {
  return optional(plainLines, maxLength);
}

/** Joiners and marks of direction alone are a name that nobody could see. */
const visible = /[^\s\p{Cf}]/u;

function required(plain: (text: string) => string, maxLength: number) {
  return z
    .string()
    .overwrite(plain)
    .trim()
    .refine((text) => visible.test(text), { message: 'required' })
    .max(maxLength, { message: 'too_long' });
}

function optional(plain: (text: string) => string, maxLength: number) {
  return z
    .string()
    .overwrite(plain)
    .trim()
    .max(maxLength, { message: 'too_long' })
    .nullable()
    .transform((text) => (text === '' ? null : text));
}
