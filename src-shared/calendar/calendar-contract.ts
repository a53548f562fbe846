import { z } from 'zod';
import { calendarDateField } from '../core/fields.ts';
import { query, returns } from '../ipc/procedure.ts';
import { personsField } from '../visits/visits-contract.ts';
import type { CalendarItem } from './calendar-item.ts';

export const calendarContract = {
  /** Everything on the days of a span of at most 62 days, from every source. */
  between: query(
    'customers.read',
    z.object({ from: calendarDateField, to: calendarDateField, persons: personsField }),
    returns<{ readonly items: readonly CalendarItem[] }>(),
  ),
  /** Birthdays and anniversaries of a span of at most 62 days, by day. */
  occasions: query(
    'customers.read',
    z.object({ from: calendarDateField, to: calendarDateField, scope: z.enum(['mine', 'all']) }),
    returns<{ readonly items: readonly Extract<CalendarItem, { kind: 'anniversary' }>[] }>(),
  ),
};
