import { z } from 'zod';
import type { CalendarDate } from '../core/calendar-date.ts';
import { calendarDateField } from '../core/fields.ts';
import type { Id } from '../core/id.ts';

export const repeatUnits = ['day', 'week', 'month'] as const;
export type RepeatUnit = (typeof repeatUnits)[number];

/** What becomes of an occurrence that falls on a day off. */
export const onDayOffChoices = ['keep', 'next_workday'] as const;
export type OnDayOff = (typeof onDayOffChoices)[number];

/** Every n days, weeks or months from the plan's first day, until a day that counts. */
export const repeatSchema = z.object({
  every: z.number().int().min(1, { message: 'out_of_range' }).max(365, { message: 'out_of_range' }),
  unit: z.enum(repeatUnits),
  untilOn: calendarDateField,
  onDayOff: z.enum(onDayOffChoices).default('next_workday'),
});
export type Repeat = z.output<typeof repeatSchema>;

/** A plan that repeats, as it was ordered; the plans it made are moved and cancelled one by one or together. */
export interface VisitSeries extends Repeat {
  readonly id: Id;
  readonly customerId: Id;
  readonly startsOn: CalendarDate;
}
