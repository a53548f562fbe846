import { z } from 'zod';
import { type CalendarDate, parseCalendarDate } from './calendar-date.ts';
import { type Id, isId } from './id.ts';
import { type Instant, parseInstant } from './instant.ts';

/** zod pieces for the contract. Messages are FieldProblem words; sentences are the renderer's. */
export const idField = z.custom<Id>((value) => typeof value === 'string' && isId(value), { message: 'invalid' });

export const calendarDateField = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && parseCalendarDate(value) !== null,
  { message: 'invalid_date' },
);

export const instantField = z.custom<Instant>((value) => typeof value === 'string' && parseInstant(value) !== null, {
  message: 'invalid_date',
});

/** Trimmed text that must hold something. */
export function requiredText(maxLength: number) {
  return z.string().trim().min(1, { message: 'required' }).max(maxLength, { message: 'too_long' });
}

/** Trimmed text, where empty means absent: '' and null both become null. */
export function optionalText(maxLength: number) {
  return z
    .string()
    .trim()
    .max(maxLength, { message: 'too_long' })
    .nullable()
    .transform((text) => (text === '' ? null : text));
}
