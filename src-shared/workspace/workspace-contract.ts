import { z } from 'zod';
import { command, query, returns } from '../ipc/procedure.ts';
import { reminderPreferencesSchema } from '../reminders/reminder-preferences.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** What closing the window does. `ask`: not chosen yet. */
export const closingChoices = ['ask', 'tray', 'quit'] as const;
export type ClosingChoice = (typeof closingChoices)[number];

/** How this PC shows the app; kept beside the book, not in it. */
export const preferencesSchema = z.object({
  language: z.enum(languages),
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['comfortable', 'compact']),
  closing: z.enum(closingChoices),
  reminders: reminderPreferencesSchema,
});
export type Preferences = z.output<typeof preferencesSchema>;

/** Where the user was: page, columns, pane width, open customer … The renderer owns its shape; main only keeps it. */
const layoutSchema = z
  .record(z.string().max(100), z.json())
  .refine((value) => JSON.stringify(value).length <= 200_000, { message: 'too_long' });
export type Layout = z.output<typeof layoutSchema>;

/** Something half typed, by a key such as `follow-up:<customer id>`. Survives a crash; gone when saved. */
const draftKey = z.string().min(1).max(200);
const draftValue = z.json().refine((value) => JSON.stringify(value).length <= 100_000, { message: 'too_long' });

export interface Workspace {
  readonly preferences: Preferences;
  readonly layout: Layout;
  /** Of this book and this user. */
  readonly drafts: Readonly<Record<string, z.output<typeof draftValue>>>;
}

export const workspaceContract = {
  get: query('app.use', z.object({}), returns<Workspace>()),
  savePreferences: command('app.use', preferencesSchema.partial(), returns<Record<string, never>>(), ['workspace']),
  saveLayout: command('app.use', z.object({ layout: layoutSchema }), returns<Record<string, never>>(), []),
  /** Null removes the draft. Written to disk before it answers. */
  saveDraft: command(
    'app.use',
    z.object({ key: draftKey, value: draftValue.nullable() }),
    returns<Record<string, never>>(),
    [],
  ),
};
