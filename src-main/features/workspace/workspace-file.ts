import { z } from 'zod';
import { idField } from '../../../src-shared/core/fields.ts';
import { reminderMemorySchema } from '../../../src-shared/reminders/reminder-memory.ts';
import { defaultReminderPreferences } from '../../../src-shared/reminders/reminder-preferences.ts';
import { preferencesSchema } from '../../../src-shared/workspace/workspace-contract.ts';

export const windowStateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  isMaximized: z.boolean(),
});
/** Place and size of the window when it is not maximized, in screen pixels. */
export type WindowState = z.output<typeof windowStateSchema>;

const ofBookSchema = z.object({
  currentUserId: idField.nullable().default(null),
  /** User id → key → what was half typed. */
  drafts: z.record(z.string(), z.record(z.string(), z.json())).default({}),
  /** User id → what they were reminded of. */
  reminders: z.record(z.string(), reminderMemorySchema).default({}),
});

/** The defaults are what a file holds that was written before there was a choice. */
const keptPreferencesSchema = preferencesSchema.extend({
  closing: preferencesSchema.shape.closing.default('ask'),
  reminders: preferencesSchema.shape.reminders.default(defaultReminderPreferences),
});
/** What a first start must know; the rest has defaults. */
export type FirstPreferences = z.input<typeof keptPreferencesSchema>;

/** What workspace.json holds: all that belongs to this PC and not to the book. */
export const workspaceFileSchema = z.object({
  version: z.literal(1),
  /** This installation, in journal entries. */
  deviceId: idField,
  preferences: keptPreferencesSchema,
  layout: z.record(z.string(), z.json()).default({}),
  window: windowStateSchema.nullable().default(null),
  /** A book was made in the data folder: should it be missing one day, no empty one takes its place. */
  hasBook: z.boolean().default(false),
  /** Null: the default folder. */
  backupFolder: z.string().nullable().default(null),
  /** By book id. */
  books: z.record(z.string(), ofBookSchema).default({}),
});
export type WorkspaceFile = z.output<typeof workspaceFileSchema>;
export type OfBook = z.output<typeof ofBookSchema>;
