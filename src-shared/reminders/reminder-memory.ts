import { z } from 'zod';
import { instantField } from '../core/fields.ts';
import { type Instant, instantFromMs, instantToMs } from '../core/instant.ts';

const rememberedSchema = z.object({
  shownAt: instantField,
  /** Meant for a moment at which the app could not show it. */
  isLate: z.boolean(),
  /** The list of what came while the user was away has been seen. */
  isSeen: z.boolean(),
  /** 知道了: no longer listed. */
  isDismissed: z.boolean(),
  /** Comes once more then. */
  snoozedUntil: instantField.nullable(),
});
export type Remembered = z.output<typeof rememberedSchema>;

/** What one user was shown on this PC, by key. */
export const reminderMemorySchema = z.record(z.string(), rememberedSchema);
export type ReminderMemory = Readonly<Record<string, Remembered>>;

/** Far more than the rules look back, so that a clock that was wrong for some weeks brings nothing a second time. */
const keptMs = 40 * 86_400_000;
const keptAtMost = 1000;

/**
 * What was shown at `now`; `empty` are keys that had nothing to say, which are settled without a word. Forgets what is
 * so old that no rule can bring it again.
 */
export function rememberShown(
  memory: ReminderMemory,
  shown: readonly { readonly key: string; readonly isLate: boolean }[],
  empty: readonly string[],
  now: Instant,
): ReminderMemory {
  const added = [
    ...shown.map(({ key, isLate }): [string, Remembered] => [
      key,
      { shownAt: now, isLate, isSeen: !isLate, isDismissed: false, snoozedUntil: null },
    ]),
    ...empty.map((key): [string, Remembered] => [
      key,
      { shownAt: now, isLate: false, isSeen: true, isDismissed: true, snoozedUntil: null },
    ]),
  ];
  const all = Object.entries({ ...memory, ...Object.fromEntries(added) });
  const oldest = instantFromMs(instantToMs(now) - keptMs);
  return Object.fromEntries(
    all
      .filter(([, { shownAt }]) => shownAt >= oldest)
      .sort(([, a], [, b]) => (a.shownAt < b.shownAt ? 1 : a.shownAt > b.shownAt ? -1 : 0))
      .slice(0, keptAtMost),
  );
}

/** Keys that were never shown are left alone: there is nothing to put off or to settle. */
export function changeRemembered(
  memory: ReminderMemory,
  keys: readonly string[],
  change: Partial<Remembered>,
): ReminderMemory {
  const changed = keys.flatMap((key): [string, Remembered][] => {
    const present = Object.hasOwn(memory, key) ? memory[key] : undefined;
    return present ? [[key, { ...present, ...change }]] : [];
  });
  return { ...memory, ...Object.fromEntries(changed) };
}
