import { z } from 'zod';
import { daysInMonth } from '../core/calendar-date.ts';
import { idField, optionalText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, query, returns } from '../ipc/procedure.ts';
import { type Anniversary, anniversaryCalendars, anniversaryKinds } from './anniversary.ts';

const firstYear = 1850;
const lastYear = 2150;

/** A day that exists in its calendar: any lunar month has at most 30 days, and 29 February is one. */
const anniversaryFieldsSchema = z
  .object({
    /** Whose; null: the customer's own. */
    contactId: idField.nullable(),
    kind: z.enum(anniversaryKinds),
    title: optionalText(50),
    calendar: z.enum(anniversaryCalendars),
    year: z
      .number()
      .int()
      .min(firstYear, { message: 'out_of_range' })
      .max(lastYear, { message: 'out_of_range' })
      .nullable(),
    month: z.number().int().min(1, { message: 'out_of_range' }).max(12, { message: 'out_of_range' }),
    day: z.number().int().min(1, { message: 'out_of_range' }).max(31, { message: 'out_of_range' }),
    isLeapMonth: z.boolean().default(false),
  })
  .superRefine(({ calendar, year, month, day, isLeapMonth, kind, title }, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (day > longestMonth(calendar, year, month)) refuse('day', 'out_of_range');
    if (calendar === 'solar' && isLeapMonth) refuse('isLeapMonth', 'invalid');
    // 其他 says nothing by itself.
    if (kind === 'other' && title === null) refuse('title', 'required');
  });
export type AnniversaryFields = z.output<typeof anniversaryFieldsSchema>;

/** Days that month can have; 29 February only where the year, if known, has it. */
export function longestMonth(calendar: Anniversary['calendar'], year: number | null, month: number): number {
  return calendar === 'lunar' ? 30 : daysInMonth(year ?? 2000, month);
}

const topics = ['anniversaries', 'customers', 'history'] as const;

export const anniversariesContract = {
  /** Those of the customer and of its contacts that are in no bin; the soonest is the window's to find. */
  list: query(
    'customers.read',
    z.object({ customerId: idField }),
    returns<{ readonly anniversaries: readonly Anniversary[] }>(),
  ),
  create: command(
    'customers.edit',
    z.object({ customerId: idField, anniversary: anniversaryFieldsSchema }),
    returns<ChangeOutcome & { readonly id: Id }>(),
    topics,
  ),
  /** All fields at once: they are valid together only. */
  update: command(
    'customers.edit',
    z.object({ id: idField, anniversary: anniversaryFieldsSchema }),
    returns<ChangeOutcome>(),
    topics,
  ),
  moveToBin: command('customers.edit', z.object({ id: idField }), returns<ChangeOutcome>(), topics),
};
