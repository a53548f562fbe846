import { z } from 'zod';
import { optionalText, requiredText } from '../core/fields.ts';
import { isTimeZone } from '../core/instant.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, query, returns } from '../ipc/procedure.ts';

/** Settings of the book: they travel with the file. Those of the PC (language, look) are in the workspace. */
export const bookSettingsSchema = z.object({
  companyName: optionalText(100),
  /** IANA name; every instant becomes a day in this zone (domain §0). */
  timeZone: z.string().refine(isTimeZone, { message: 'unknown_choice' }),
  /** What is said often in follow-ups, in the user's order; null: never edited, the window offers its own. */
  followUpPhrases: z.array(requiredText(200)).max(50).nullable(),
});
export type BookSettings = z.output<typeof bookSettingsSchema>;

export const settingsContract = {
  get: query('app.use', z.object({}), returns<BookSettings>()),
  save: command('settings.edit', bookSettingsSchema.partial(), returns<ChangeOutcome>(), [
    'settings',
    'book',
    'customers',
    'history',
  ]),
};
