import { describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { instantFromMs } from '../../../src-shared/core/instant.ts';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';
import { builtInWorkCalendar } from '../../../src-shared/workdays/create-work-calendar.ts';
import { decide, nextByCadence, planToClose } from './follow-up-defaults.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

const today = day('2026-09-17');

function plan(on: string): VisitPlan {
  const at = instantFromMs(0);
  return {
    id: newId(),
    customerId: 'c',
    personId: null,
    plannedOn: day(on),
    plannedTime: null,
    lengthMinutes: null,
    purpose: null,
    status: 'planned',
    cancelledReason: null,
    doneById: null,
    seriesId: null,
    createdAt: at,
    updatedAt: at,
  };
}

const inAWeek = { happenedOn: today, suggested: day('2026-09-24') };
const inAMonth = { happenedOn: today, suggested: day('2026-10-17') };
const untouched = { closesPlan: null, next: null };

describe('planToClose', () => {
  it.each([
    ['a week ago', ['2026-09-10'], 0],
    ['in a week', ['2026-09-24'], 0],
    ['eight days ago: not what was done today', ['2026-09-09'], null],
    ['nearest of three', ['2026-09-12', '2026-09-18', '2026-09-21'], 1],
    ['the earlier of two as near', ['2026-09-19', '2026-09-15'], 1],
    ['none open', [], null],
  ] as const)('finds the plan: %s', (_name, days, expected) => {
    const plans = days.map(plan);
    expect(planToClose(plans, today)).toBe(expected === null ? null : plans[expected]);
  });
});

describe('decide', () => {
  it('closes the plan of today after a visit and suggests the next by the cadence', () => {
    const open = [plan('2026-09-17')];
    expect(decide(open, 'visit', untouched, inAWeek)).toMatchObject({ closesPlan: true, nextOn: '2026-09-24' });
  });

  it('offers it unticked after a WeChat message, and suggests no second visit beside it', () => {
    const open = [plan('2026-09-18')];
    const decision = decide(open, 'wechat', untouched, inAWeek);
    expect(decision).toMatchObject({ plan: open[0], closesPlan: false, nextOn: null, staysOpen: open[0] });
  });

  it('suggests none while a later plan stays open', () => {
    const open = [plan('2026-09-17'), plan('2026-10-20')];
    expect(decide(open, 'visit', untouched, inAWeek)).toMatchObject({ nextOn: null, staysOpen: open[1] });
  });

  it('does what the user chose, also when he chose none', () => {
    const open = [plan('2026-09-17')];
    expect(decide(open, 'visit', { closesPlan: false, next: null }, inAWeek).closesPlan).toBe(false);
    expect(decide([], 'visit', { closesPlan: null, next: { on: null } }, inAWeek).nextOn).toBeNull();
    expect(decide(open, 'wechat', { closesPlan: null, next: { on: day('2026-09-30') } }, inAWeek).nextOn).toBe(
      '2026-09-30',
    );
  });

  it('closes nothing where there is nothing to close', () => {
    expect(decide([], 'visit', { closesPlan: true, next: null }, inAMonth)).toMatchObject({
      closesPlan: false,
      nextOn: '2026-10-17',
    });
  });
});

describe('nextByCadence', () => {
  it.each([
    ['a workday one cadence later', '2026-09-17', 7, '2026-09-24'],
    ['past a Sunday', '2026-09-20', 7, '2026-09-28'],
    ['past the holidays of October', '2026-09-17', 14, '2026-10-08'],
    ['noted late: the cadence runs from the visit', '2026-09-14', 7, '2026-09-21'],
    ['noted very late: today, not a day that has passed', '2026-08-01', 7, '2026-09-17'],
  ])('%s', (_what, happenedOn, cadenceDays, next) => {
    expect(nextByCadence(day(happenedOn), cadenceDays, today, builtInWorkCalendar)).toBe(next);
  });
});
