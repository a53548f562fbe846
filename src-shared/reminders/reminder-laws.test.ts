import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../core/calendar-date.ts';
import { newId } from '../core/id.ts';
import { dayOfInstant, type Instant, instantAt, instantFromMs, instantToMs } from '../core/instant.ts';
import { sortOutReminders } from './due-reminders.ts';
import { afterQuiet, isQuiet } from './quiet-hours.ts';
import { planSpan, remindersOf, type TimedPlan } from './reminder-material.ts';
import { changeRemembered, type ReminderMemory, rememberShown } from './reminder-memory.ts';
import { defaultReminderPreferences } from './reminder-preferences.ts';

const minuteMs = 60_000;
const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/London'] as const;
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

/** Around the days on which New York changes its clock, forth or back. */
const firstDay = fc.constantFrom(calendarDate(2026, 3, 7), calendarDate(2026, 10, 31)).map((day) => {
  if (!day) throw new Error('no such day');
  return day;
});

const scene = fc.record({
  zone: fc.constantFrom(...zones),
  day: firstDay,
  plans: fc.array(fc.record({ offset: fc.integer({ min: 0, max: 2 }), time }), { maxLength: 12 }),
  leadMinutes: fc.integer({ min: 0, max: 120 }),
  quiet: fc.record({ isOn: fc.boolean(), from: time, to: time }),
  /** Minutes that pass before each look at the clock: sleep, minutes, and a clock set back. */
  steps: fc.array(
    fc.record({
      minutes: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 700 }), fc.integer({ min: -600, max: -1 })),
      answer: fc.constantFrom('nothing', 'snooze', 'dismiss'),
    }),
    { maxLength: 20 },
  ),
});

type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

interface Story {
  readonly plans: readonly TimedPlan[];
  /** Each showing: what and when. */
  readonly shown: readonly { readonly key: string; readonly at: Instant }[];
  readonly snoozes: ReadonlyMap<string, number>;
  /** The PC was on at the end, within what is caught up with. */
  readonly isToldToTheEnd: boolean;
}

/** Plays the steps, then leaves the PC on at a moment that is not quiet. */
function play({ zone, day, plans, leadMinutes, quiet, steps }: Scene): Story {
  const book = plans.map(
    ({ offset, time: plannedTime }): TimedPlan => ({
      id: newId(),
      customerId: newId(),
      customerName: '客户',
      contactName: null,
      phone: null,
      personId: null,
      plannedOn: addDays(day, offset),
      plannedTime,
      purpose: null,
      updatedAt: instantAt(addDays(day, -20), '12:00', zone),
    }),
  );
  const preferences = {
    ...defaultReminderPreferences,
    leadMinutes,
    quiet,
    morning: { ...defaultReminderPreferences.morning, isOn: false },
  };
  const shown: { key: string; at: Instant }[] = [];
  const snoozes = new Map<string, number>();
  let memory: ReminderMemory = {};
  const look = (now: Instant): readonly string[] => {
    const today = dayOfInstant(now, zone);
    const { from, to } = planSpan(today);
    const known = book.filter(({ plannedOn }) => plannedOn >= from && plannedOn <= to);
    const material = { plans: known, occasions: [], counts: { visits: 0, overdue: 0, occasions: 0 } };
    const reminders = remindersOf(material, preferences, { today, timeZone: zone, isWorkday: () => true });
    const { toShow } = sortOutReminders(reminders, memory, { now, today, timeZone: zone, quiet, pausedUntil: null });
    const keys = toShow.map(({ reminder }) => reminder.key);
    shown.push(...keys.map((key) => ({ key, at: now })));
    memory = rememberShown(
      memory,
      toShow.map(({ reminder, isLate }) => ({ key: reminder.key, isLate })),
      [],
      now,
    );
    return keys;
  };
  let nowMs = instantToMs(instantAt(day, '00:00', zone));
  for (const { minutes, answer } of steps) {
    nowMs += minutes * minuteMs;
    const now = instantFromMs(nowMs);
    const keys = look(now);
    if (answer === 'dismiss') memory = changeRemembered(memory, keys, { isDismissed: true });
    if (answer !== 'snooze') continue;
    memory = changeRemembered(memory, keys, { snoozedUntil: instantFromMs(nowMs + 10 * minuteMs) });
    for (const key of keys) snoozes.set(key, (snoozes.get(key) ?? 0) + 1);
  }
  // Past the last plan and every snooze, still within what is caught up with.
  const end = instantToMs(instantAt(addDays(day, 4), '12:00', zone));
  const last = [0, 1].map((days) => afterQuiet(instantFromMs(end + days * 24 * 60 * minuteMs), quiet, zone));
  const isToldToTheEnd = nowMs < end;
  if (isToldToTheEnd) for (const now of last) look(now);
  return { plans: book, shown, snoozes, isToldToTheEnd };
}

describe('the laws of reminding', () => {
  it('nothing comes twice, but once more for each time it was put off', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { shown, snoozes, isToldToTheEnd } = play(given);
        const times = new Map<string, number>();
        for (const { key } of shown) times.set(key, (times.get(key) ?? 0) + 1);
        for (const [key, count] of times) {
          const wanted = 1 + (snoozes.get(key) ?? 0);
          if (isToldToTheEnd) expect(count).toBe(wanted);
          else expect(count).toBeLessThanOrEqual(wanted);
        }
      }),
    );
  });

  it('nothing comes in quiet hours', () => {
    fc.assert(
      fc.property(scene, (given) => {
        for (const { at } of play(given).shown) expect(isQuiet(at, given.quiet, given.zone)).toBe(false);
      }),
    );
  });

  it('nothing is lost: whoever comes back within the week is told of every open plan', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { plans, shown, isToldToTheEnd } = play(given);
        if (!isToldToTheEnd) return;
        const keys = new Set(shown.map(({ key }) => key));
        for (const { id, plannedOn, plannedTime } of plans)
          expect(keys).toContain(`visit:${id}:${plannedOn}T${plannedTime}`);
      }),
    );
  });

  it('nothing comes before its moment', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { plans, shown } = play(given);
        const dueMs = new Map(
          plans.map(({ id, plannedOn, plannedTime }) => [
            `visit:${id}:${plannedOn}T${plannedTime}`,
            instantToMs(instantAt(plannedOn, plannedTime, given.zone)) - given.leadMinutes * minuteMs,
          ]),
        );
        for (const { key, at } of shown) expect(instantToMs(at)).toBeGreaterThanOrEqual(dueMs.get(key) ?? 0);
      }),
    );
  });
});
