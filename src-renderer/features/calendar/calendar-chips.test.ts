import { describe, expect, it } from 'vitest';
import type { CalendarItem } from '../../../src-shared/calendar/calendar-item.ts';
import { type CalendarDate, parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { instantFromMs } from '../../../src-shared/core/instant.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';
import { type ChipContext, chipsOf, lengthOf, personHue, toneOf } from './calendar-chips.ts';
import { firstLook } from './calendar-look.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

const today = day('2026-09-17');
const at = instantFromMs(Date.UTC(2026, 8, 1));
const [tierA, wang, li] = [newId(), newId(), newId()];

function visit(plan: Partial<VisitPlan>): CalendarItem {
  const whole: VisitPlan = {
    id: newId(),
    customerId: newId(),
    personId: wang,
    plannedOn: today,
    plannedTime: null,
    lengthMinutes: null,
    purpose: null,
    status: 'planned',
    cancelledReason: null,
    doneById: null,
    seriesId: null,
    createdAt: at,
    updatedAt: at,
    ...plan,
  };
  return {
    kind: 'visit',
    on: whole.plannedOn,
    entry: {
      customerId: whole.customerId,
      name: '杭州王记五金经营部',
      shortName: '王记五金',
      tierId: tierA,
      ownerId: wang,
      city: '杭州市',
      district: '上城区',
      address: null,
      contactName: null,
      phone: null,
      lastContactAt: null,
      plan: whole,
    },
  };
}

const context: ChipContext = {
  today,
  look: firstLook,
  tiers: [{ id: tierA, color: 'amber' }],
  users: [{ id: wang }, { id: li }],
  mayEdit: () => true,
};

describe('chipsOf', () => {
  it('shows what is open and what is done, and leaves out what did not take place until asked for', () => {
    const items = (['planned', 'done', 'missed', 'cancelled'] as const).map((status) => visit({ status }));
    expect(chipsOf(items, [], context)).toHaveLength(2);
    expect(chipsOf(items, [], { ...context, look: { ...firstLook, hidden: [] } })).toHaveLength(4);
  });

  const dueOn = (on: string): CalendarItem => ({
    kind: 'due',
    on: day(on),
    due: { receivables: 3, customers: 2, openFen: fen(2_680_000), customerNames: ['甲', '乙'] },
  });

  it('shows what falls due as one chip a day that cannot be moved, after the open visits, late once its day is over', () => {
    const events = chipsOf(
      [dueOn('2026-09-16'), dueOn('2026-09-17'), visit({}), visit({ status: 'done' })],
      [],
      context,
    );
    expect(events.slice(0, 2).map((event) => [event.start, event.allDay, event.editable, event.chip.isLate])).toEqual([
      ['2026-09-16', true, false, true],
      ['2026-09-17', true, false, false],
    ]);
    const kinds = events.toSorted((a, b) => (String(a.rank) < String(b.rank) ? -1 : 1)).map(({ chip }) => chip.kind);
    expect(kinds).toEqual(['visit', 'due', 'due', 'visit']);
  });

  it('leaves what falls due off when asked to', () => {
    expect(chipsOf([dueOn('2026-09-17')], [], { ...context, look: { ...firstLook, hidden: ['due'] } })).toEqual([]);
  });

  it.each<[string, Partial<VisitPlan>, object]>([
    ['no time', {}, { start: '2026-09-17', allDay: true }],
    [
      'a time without a length lasts an hour',
      { plannedTime: '09:30' },
      { start: '2026-09-17T09:30:00Z', end: '2026-09-17T10:30:00Z', allDay: false },
    ],
    [
      'a length of 45 minutes',
      { plannedTime: '09:30', lengthMinutes: 45 },
      { start: '2026-09-17T09:30:00Z', end: '2026-09-17T10:15:00Z' },
    ],
    [
      'an end past midnight is drawn up to midnight',
      { plannedTime: '23:30', lengthMinutes: 120 },
      { start: '2026-09-17T23:30:00Z', end: '2026-09-18T00:00:00Z' },
    ],
  ])('places %s', (_words, plan, place) => {
    expect(chipsOf([visit(plan)], [], context)[0]).toMatchObject(place);
  });

  it.each<[string, Partial<VisitPlan>, boolean, { startEditable: boolean; durationEditable: boolean }]>([
    ['an open one', {}, true, { startEditable: true, durationEditable: false }],
    ['an open one with a time', { plannedTime: '08:00' }, true, { startEditable: true, durationEditable: true }],
    ['a done one', { status: 'done', plannedTime: '08:00' }, true, { startEditable: false, durationEditable: false }],
    ['one of another salesperson', { plannedTime: '08:00' }, false, { startEditable: false, durationEditable: false }],
  ])('says whether %s can be dragged', (_words, plan, mayEdit, editable) => {
    expect(chipsOf([visit(plan)], [], { ...context, mayEdit: () => mayEdit })[0]).toMatchObject(editable);
  });

  it.each([
    ['tier', 'amber'],
    ['person', 'person1'],
    ['status', 'overdue'],
  ] as const)('colours by %s', (colouring, hue) => {
    const [event] = chipsOf([visit({ plannedOn: day('2026-09-14') })], [], {
      ...context,
      look: { ...firstLook, colouring },
    });
    expect(event?.chip).toMatchObject({ hue, tone: 'overdue' });
  });
});

describe('toneOf', () => {
  it.each([
    ['2026-09-16', 'planned', 'overdue'],
    ['2026-09-17', 'planned', 'planned'],
    ['2026-09-16', 'done', 'done'],
    ['2026-09-16', 'missed', 'missed'],
  ] as const)('an entry of %s that is %s looks %s', (on, status, tone) => {
    expect(toneOf({ plannedOn: day(on), status }, today)).toBe(tone);
  });
});

describe('personHue', () => {
  it('gives two persons two colours and nobody none', () => {
    expect([wang, li, null].map((id) => personHue(id, context.users))).toEqual(['person1', 'person2', 'none']);
  });
});

describe('lengthOf', () => {
  it('counts whole minutes, and an hour where no end is known', () => {
    const start = new Date(Date.UTC(2026, 8, 17, 9, 0));
    expect(lengthOf(start, new Date(Date.UTC(2026, 8, 17, 9, 45)))).toBe(45);
    expect(lengthOf(start, null)).toBe(60);
  });
});
