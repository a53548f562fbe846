import { z } from 'zod';
import type { Instant } from '../core/instant.ts';
import { command, query, returns } from '../ipc/procedure.ts';
import type { Reminder } from './reminder.ts';
import { snoozeChoices } from './snooze-until.ts';

/** Where a click on a notification leads. */
export type ReminderTarget =
  | { readonly kind: 'customer'; readonly customerId: string }
  | { readonly kind: 'today' }
  | { readonly kind: 'list' };

export interface ReminderList {
  /** Shown and not settled, by moment. `isMissed`: it came while the user was away and its list was not seen yet. */
  readonly open: readonly { readonly reminder: Reminder; readonly isMissed: boolean }[];
  readonly snoozed: readonly { readonly reminder: Reminder; readonly until: Instant }[];
  /** Still to come today. */
  readonly upcoming: readonly { readonly reminder: Reminder; readonly comesAt: Instant }[];
  readonly isOn: boolean;
  readonly pausedUntil: Instant | null;
  /** Closing the window leaves the app running, and a tray icon says so. */
  readonly staysInTray: boolean;
  /** What the user clicked outside the window; null once the window has followed. */
  readonly toOpen: { readonly id: number; readonly target: ReminderTarget } | null;
}

const keysField = z.array(z.string().min(1).max(200)).min(1).max(1000);
const nothing = () => returns<Record<string, never>>();

export const remindersContract = {
  list: query('app.use', z.object({}), returns<ReminderList>()),
  snooze: command('app.use', z.object({ keys: keysField, until: z.enum(snoozeChoices) }), nothing(), ['reminders']),
  /** 知道了. */
  dismiss: command('app.use', z.object({ keys: keysField }), nothing(), ['reminders']),
  /** The list of what came while the user was away has been looked at. */
  seeMissed: command('app.use', z.object({}), nothing(), ['reminders']),
  /** The window has gone where the click led. */
  followed: command('app.use', z.object({ id: z.number().int() }), nothing(), ['reminders']),
  /** 0 ends the pause. A pause ends with the app as well. */
  pause: command('app.use', z.object({ minutes: z.number().int().min(0).max(480) }), nothing(), ['reminders']),
  /** Shows a notification now, quiet hours or not. False: this desktop shows none. */
  tryOne: command('app.use', z.object({}), returns<{ readonly isShown: boolean }>(), []),
};
