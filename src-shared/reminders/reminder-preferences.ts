import { z } from 'zod';
import { timeOfDayField } from '../follow-ups/follow-ups-contract.ts';

/** Spans midnight when `from` is later than `to`. On the book's wall clock. */
const quietHoursSchema = z.object({ isOn: z.boolean(), from: timeOfDayField, to: timeOfDayField });
export type QuietHours = z.output<typeof quietHoursSchema>;

/** How this PC reminds its user. */
export const reminderPreferencesSchema = z.object({
  isOn: z.boolean(),
  /** How long before a plan with a time. */
  leadMinutes: z.number().int().min(0, { message: 'out_of_range' }).max(120, { message: 'out_of_range' }),
  morning: z.object({ isOn: z.boolean(), time: timeOfDayField, days: z.enum(['workdays', 'every_day']) }),
  /** Birthdays and other days to remember, 3 days ahead, at the time of the morning summary. */
  hasOccasions: z.boolean(),
  quiet: quietHoursSchema,
  /** Of whom: one's own and those of nobody, or everybody's. */
  whose: z.enum(['mine', 'all']),
});
export type ReminderPreferences = z.output<typeof reminderPreferencesSchema>;

export const defaultReminderPreferences: ReminderPreferences = {
  isOn: true,
  leadMinutes: 15,
  morning: { isOn: true, time: '08:30', days: 'workdays' },
  hasOccasions: true,
  quiet: { isOn: true, from: '21:00', to: '08:00' },
  whose: 'mine',
};
