import { describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../core/calendar-date.ts';
import { newId } from '../core/id.ts';
import { dayOfInstant, type Instant, instantAt, instantFromMs, instantToMs } from '../core/instant.ts';
import { sortOutReminders } from './due-reminders.ts';
import { type ComingOccasion, type ReminderMaterial, remindersOf, type TimedPlan } from './reminder-material.ts';
import { changeRemembered, type ReminderMemory, rememberShown } from './reminder-memory.ts';
import { defaultReminderPreferences, type ReminderPreferences } from './reminder-preferences.ts';
import { snoozeUntil } from './snooze-until.ts';

const zone = 'Asia/Shanghai';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

const local = (text: string, timeZone = zone): Instant => instantAt(day(text.slice(0, 10)), text.slice(11), timeZone);
const nobody = { customerId: newId(), customerName: '华成机电', contactName: null, phone: null };
const noCounts = { visits: 0, overdue: 0, occasions: 0 };

const plan = (text: string, more: Partial<TimedPlan> = {}): TimedPlan => ({
  ...nobody,
  id: newId(),
  personId: null,
  plannedOn: day(text.slice(0, 10)),
  plannedTime: text.slice(11),
  purpose: null,
  updatedAt: local('2026-01-01 00:00'),
  ...more,
});

const birthday = (on: string): ComingOccasion => ({
  ...nobody,
  id: newId(),
  kind: 'birthday',
  title: null,
  on: day(on),
});

/** A user at a PC whose clock the test moves. */
function desk(material: Partial<ReminderMaterial>, change: Partial<ReminderPreferences> = {}, timeZone = zone) {
  const preferences = {
    ...defaultReminderPreferences,
    morning: { ...defaultReminderPreferences.morning, isOn: false },
    ...change,
  };
  let memory: ReminderMemory = {};
  let book: ReminderMaterial = { plans: [], occasions: [], counts: noCounts, ...material };
  let pausedUntil: Instant | null = null;
  const sort = (now: Instant) => {
    const today = dayOfInstant(now, timeZone);
    const reminders = remindersOf(book, preferences, { today, timeZone, isWorkday: (on) => on !== day('2026-03-07') });
    return sortOutReminders(reminders, memory, { now, today, timeZone, quiet: preferences.quiet, pausedUntil });
  };
  return {
    look: (text: string) => sort(local(text, timeZone)),
    /** Shows what is due; gives the times of the visits shown, a star behind those that came late. */
    tick: (text: string) => {
      const now = local(text, timeZone);
      const { toShow, empty } = sort(now);
      const shown = toShow.map(({ reminder, isLate }) => ({ key: reminder.key, isLate }));
      memory = rememberShown(memory, shown, empty, now);
      return toShow.map(
        ({ reminder, isLate }) => `${reminder.kind === 'visit' ? reminder.time : reminder.kind}${isLate ? '*' : ''}`,
      );
    },
    snooze: (choice: Parameters<typeof snoozeUntil>[0], text: string) => {
      const until = snoozeUntil(choice, local(text, timeZone), preferences.morning.time, timeZone);
      memory = changeRemembered(memory, Object.keys(memory), { snoozedUntil: until });
    },
    dismiss: () => {
      memory = changeRemembered(memory, Object.keys(memory), { isDismissed: true });
    },
    pauseUntil: (text: string) => {
      pausedUntil = local(text, timeZone);
    },
    becomes: (next: Partial<ReminderMaterial>) => {
      book = { ...book, ...next };
    },
  };
}

describe('a plan with a time', () => {
  it.each([
    [15, '2026-03-05 13:44', []],
    [15, '2026-03-05 13:45', ['14:00']],
    [0, '2026-03-05 13:59', []],
    [0, '2026-03-05 14:00', ['14:00']],
    [120, '2026-03-05 12:00', ['14:00']],
  ])('reminds %i minutes ahead: at %s %j', (leadMinutes, now, shown) => {
    expect(desk({ plans: [plan('2026-03-05 14:00')] }, { leadMinutes }).tick(now)).toEqual(shown);
  });

  it('reminds once, also after a clock that was set back and forth', () => {
    const it = desk({ plans: [plan('2026-03-05 14:00')] });
    expect(it.tick('2026-03-05 13:45')).toEqual(['14:00']);
    for (const now of [
      '2026-03-05 13:46',
      '2026-03-05 13:30',
      '2026-03-04 13:45',
      '2026-03-25 09:00',
      '2026-03-05 13:45',
    ])
      expect(it.tick(now)).toEqual([]);
  });

  it('reminds again when it moves', () => {
    const moved = plan('2026-03-05 14:00');
    const it = desk({ plans: [moved] });
    it.tick('2026-03-05 13:50');
    it.becomes({ plans: [{ ...moved, plannedTime: '16:00', updatedAt: local('2026-03-05 13:55') }] });
    expect(it.tick('2026-03-05 13:56')).toEqual([]);
    expect(it.tick('2026-03-05 15:45')).toEqual(['16:00']);
  });

  it('is not reminded of when it is done, cancelled or moved away meanwhile', () => {
    const it = desk({ plans: [plan('2026-03-05 14:00')] });
    it.becomes({ plans: [] });
    expect(it.tick('2026-03-05 13:50')).toEqual([]);
    expect(it.look('2026-03-05 13:50').open).toEqual([]);
  });

  it('made within the lead reminds at once, on time; made after its hour not at all', () => {
    const soon = plan('2026-03-05 14:00', { updatedAt: local('2026-03-05 13:55') });
    expect(desk({ plans: [soon] }).tick('2026-03-05 13:56')).toEqual(['14:00']);
    const gone = plan('2026-03-05 14:00', { updatedAt: local('2026-03-05 14:00') });
    expect(desk({ plans: [gone] }).tick('2026-03-05 14:01')).toEqual([]);
  });

  it('just after midnight reminds the evening before', () => {
    const it = desk({ plans: [plan('2026-03-06 00:05')] }, { quiet: { isOn: false, from: '21:00', to: '08:00' } });
    expect(it.tick('2026-03-05 23:49')).toEqual([]);
    expect(it.tick('2026-03-05 23:50')).toEqual(['00:05']);
    expect(it.tick('2026-03-06 00:05')).toEqual([]);
  });

  it('at an hour that summer time skips reminds before the clock jumps', () => {
    const it = desk(
      { plans: [plan('2026-03-08 02:30')] },
      { quiet: { isOn: false, from: '21:00', to: '08:00' } },
      'America/New_York',
    );
    expect(it.tick('2026-03-08 01:59')).toEqual([]);
    expect(it.tick('2026-03-08 03:15')).toEqual(['02:30']);
  });

  it('says nothing while reminders are off', () => {
    expect(desk({ plans: [plan('2026-03-05 14:00')] }, { isOn: false }).tick('2026-03-05 13:50')).toEqual([]);
  });
});

describe('what came while the user was away', () => {
  it('comes once and together when the PC wakes, each marked late', () => {
    const it = desk({ plans: ['09:00', '11:00', '14:00', '17:30'].map((time) => plan(`2026-03-05 ${time}`)) });
    expect(it.tick('2026-03-05 17:20')).toEqual(['09:00*', '11:00*', '14:00*', '17:30*']);
    expect(it.tick('2026-03-05 17:21')).toEqual([]);
  });

  it('is not late when a minute’s look came a minute late', () => {
    expect(desk({ plans: [plan('2026-03-05 14:00')] }).tick('2026-03-05 13:48')).toEqual(['14:00']);
    expect(desk({ plans: [plan('2026-03-05 14:00')] }).tick('2026-03-05 13:49')).toEqual(['14:00*']);
  });

  it('reaches back a weekend', () => {
    expect(desk({ plans: [plan('2026-03-06 16:00')] }).tick('2026-03-09 08:30')).toEqual(['16:00*']);
  });
});

describe('quiet hours', () => {
  it('hold back what falls into them, and their end brings all of it together, on time', () => {
    const it = desk({ plans: [plan('2026-03-05 21:30'), plan('2026-03-06 07:30'), plan('2026-03-06 08:10')] });
    expect(it.tick('2026-03-05 21:15')).toEqual([]);
    expect(it.tick('2026-03-06 07:59')).toEqual([]);
    expect(it.tick('2026-03-06 08:00')).toEqual(['21:30', '07:30', '08:10']);
  });

  it('hold back what was missed before them', () => {
    const it = desk({ plans: [plan('2026-03-05 20:30')] });
    expect(it.tick('2026-03-05 22:00')).toEqual([]);
    expect(it.tick('2026-03-06 08:00')).toEqual(['20:30*']);
  });

  it('shift what is put off into them', () => {
    const it = desk({ plans: [plan('2026-03-05 20:45')] });
    it.tick('2026-03-05 20:30');
    it.snooze('hour', '2026-03-05 20:30');
    expect(it.tick('2026-03-05 21:30')).toEqual([]);
    expect(it.tick('2026-03-06 08:00')).toEqual(['20:45']);
  });
});

describe('a pause', () => {
  it('holds everything back and brings it together at its end', () => {
    const it = desk({ plans: [plan('2026-03-05 14:00'), plan('2026-03-05 14:30')] });
    it.pauseUntil('2026-03-05 14:40');
    expect(it.tick('2026-03-05 14:20')).toEqual([]);
    expect(it.look('2026-03-05 14:20').upcoming).toHaveLength(2);
    expect(it.tick('2026-03-05 14:41')).toEqual(['14:00', '14:30']);
  });
});

describe('snooze', () => {
  it.each([
    ['ten_minutes', '2026-03-05 13:59', '2026-03-05 14:00'],
    ['hour', '2026-03-05 14:49', '2026-03-05 14:50'],
    ['tomorrow_morning', '2026-03-06 08:29', '2026-03-06 08:30'],
  ] as const)('%s: nothing at %s, again at %s, and then no more', (choice, before, then) => {
    const it = desk({ plans: [plan('2026-03-05 14:00')] });
    it.tick('2026-03-05 13:50');
    it.snooze(choice, '2026-03-05 13:50');
    expect(it.look(before).snoozed).toHaveLength(1);
    expect(it.tick(before)).toEqual([]);
    expect(it.tick(then)).toEqual(['14:00']);
    expect(it.look(then).open).toHaveLength(1);
    expect(it.tick('2026-03-06 09:00')).toEqual([]);
  });

  it('of a visit that moved counts no more: the new time does', () => {
    const moved = plan('2026-03-05 14:00');
    const it = desk({ plans: [moved] });
    it.tick('2026-03-05 13:50');
    it.snooze('ten_minutes', '2026-03-05 13:50');
    it.becomes({ plans: [{ ...moved, plannedTime: '15:00' }] });
    expect(it.tick('2026-03-05 14:05')).toEqual([]);
    expect(it.tick('2026-03-05 14:45')).toEqual(['15:00']);
  });
});

describe('知道了', () => {
  it('takes a reminder off the list for good', () => {
    const it = desk({ plans: [plan('2026-03-05 14:00')] });
    it.tick('2026-03-05 13:50');
    expect(it.look('2026-03-05 13:51').open).toHaveLength(1);
    it.dismiss();
    expect(it.look('2026-03-05 13:51').open).toEqual([]);
    expect(it.tick('2026-03-05 13:52')).toEqual([]);
  });
});

describe('the morning summary', () => {
  const counts = { visits: 4, overdue: 1, occasions: 0 };
  const { morning } = defaultReminderPreferences;

  it('comes at its time on workdays, once', () => {
    const it = desk({ counts }, { morning });
    expect(it.tick('2026-03-05 08:29')).toEqual([]);
    expect(it.tick('2026-03-05 08:30')).toEqual(['morning']);
    expect(it.tick('2026-03-05 08:31')).toEqual([]);
    expect(it.tick('2026-03-06 08:30')).toEqual(['morning']);
  });

  it('leaves a day off alone, unless it is wanted every day', () => {
    expect(desk({ counts }, { morning }).tick('2026-03-07 08:30')).toEqual([]);
    expect(desk({ counts }, { morning: { ...morning, days: 'every_day' } }).tick('2026-03-07 08:30')).toEqual([
      'morning',
    ]);
  });

  it('is caught up with today, never of yesterday', () => {
    expect(desk({ counts }, { morning }).tick('2026-03-06 15:00')).toEqual(['morning*']);
  });

  it('of an empty day says nothing, also when something is planned later that day', () => {
    const it = desk({}, { morning });
    expect(it.tick('2026-03-05 08:30')).toEqual([]);
    it.becomes({ counts });
    expect(it.tick('2026-03-05 11:00')).toEqual([]);
    expect(it.look('2026-03-05 11:00').open).toEqual([]);
  });

  it('leaves the list when all of the day is done', () => {
    const it = desk({ counts }, { morning });
    it.tick('2026-03-05 08:30');
    expect(it.look('2026-03-05 16:00').open).toHaveLength(1);
    it.becomes({ counts: noCounts });
    expect(it.look('2026-03-05 16:00').open).toEqual([]);
  });
});

describe('a day to remember', () => {
  it('is announced 3 days ahead in the morning, once', () => {
    const it = desk({ occasions: [birthday('2026-03-08')] });
    expect(it.tick('2026-03-05 08:29')).toEqual([]);
    expect(it.tick('2026-03-05 08:30')).toEqual(['occasion']);
    expect(it.tick('2026-03-08 08:30')).toEqual([]);
  });

  it('is caught up with until it has passed', () => {
    expect(desk({ occasions: [birthday('2026-03-08')] }).tick('2026-03-08 20:00')).toEqual(['occasion*']);
    expect(desk({ occasions: [birthday('2026-03-08')] }).tick('2026-03-09 08:30')).toEqual([]);
  });

  it('put off on the day itself comes the next morning all the same', () => {
    const it = desk({ occasions: [birthday('2026-03-08')] });
    it.tick('2026-03-08 09:00');
    it.snooze('tomorrow_morning', '2026-03-08 09:00');
    expect(it.tick('2026-03-09 08:30')).toEqual(['occasion']);
  });

  it('is not announced when the user does not want it', () => {
    expect(desk({ occasions: [birthday('2026-03-08')] }, { hasOccasions: false }).tick('2026-03-05 09:00')).toEqual([]);
  });
});

describe('rememberShown', () => {
  it('forgets what is older than any rule looks back, and keeps at most 1,000', () => {
    const now = local('2026-03-05 12:00');
    const old = rememberShown(
      {},
      [{ key: 'old', isLate: false }],
      [],
      instantFromMs(instantToMs(now) - 41 * 86_400_000),
    );
    const many = Array.from({ length: 1200 }, (_value, index) => ({ key: `k${index}`, isLate: false }));
    const memory = rememberShown(old, many, [], now);
    expect(Object.keys(memory)).toHaveLength(1000);
    expect(memory).not.toHaveProperty('old');
  });
});

describe('changeRemembered', () => {
  it.each(['visit:unknown', '__proto__', 'constructor'])('leaves %s alone: it was never shown', (key) => {
    expect(Object.keys(changeRemembered({}, [key], { isDismissed: true }))).toEqual([]);
  });
});
