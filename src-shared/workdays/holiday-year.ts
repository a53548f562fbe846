import { z } from 'zod';
import { type CalendarDate, partsOf } from '../core/calendar-date.ts';
import { calendarDateField, requiredText } from '../core/fields.ts';
import { builtInHolidayYears } from './statutory-holidays.ts';
import type { HolidayYear } from './work-calendar.ts';

/** The years a user may give: a built-in one mended, or a later one. */
export const firstHolidayYear = builtInHolidayYears[0]?.year ?? 2007;
export const lastHolidayYear = 2100;

const specialDaySchema = z.object({
  on: calendarDateField,
  name: requiredText(50),
  isOffDay: z.boolean(),
});

/** A year as a notice gives it: each day once, all of them in that year or just outside it, in order. */
export const holidayYearSchema = z
  .object({
    year: z
      .number()
      .int()
      .min(firstHolidayYear, { message: 'out_of_range' })
      .max(lastHolidayYear, { message: 'out_of_range' }),
    days: z.array(specialDaySchema).min(1, { message: 'required' }).max(150, { message: 'too_long' }).readonly(),
  })
  .superRefine(({ year, days }, context) => {
    const seen = new Set<CalendarDate>();
    days.forEach(({ on }, index) => {
      const path = ['days', index, 'on'];
      if (!isOfNotice(year, on)) context.addIssue({ code: 'custom', message: 'out_of_range', path });
      if (seen.has(on)) context.addIssue({ code: 'custom', message: 'invalid', path });
      seen.add(on);
    });
  })
  .transform(({ year, days }): HolidayYear => ({ year, days: [...days].sort((a, b) => (a.on < b.on ? -1 : 1)) }));

/** The notice of a year also settles days around its New Year: December before it, January after it. */
export function isOfNotice(year: number, day: CalendarDate): boolean {
  const parts = partsOf(day);
  if (parts.year === year) return true;
  return (parts.year === year - 1 && parts.month === 12) || (parts.year === year + 1 && parts.month === 1);
}
