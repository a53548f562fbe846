import { addDays, type CalendarDate, dayNumber, fromDayNumber } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { builtInWorkCalendar } from '../../src-shared/workdays/create-work-calendar.ts';
import { Random } from './random.ts';

/** Two years, so that a year has another to be compared with. */
export const seededDays = 730;
/** Of all customers, those that the firm brought along in its first import. */
const importedShare = 0.6;

/** Tier by place in the book's list; null is 未分级. Weights as in a real list: few big ones. */
const tierWeights: readonly (readonly [number | null, number])[] = [
  [0, 3],
  [1, 11],
  [2, 42],
  [3, 30],
  [null, 14],
];
/** Follow-ups in two years and days between visits, by tier; the last is for 未分级. */
const talksByTier = [20, 8, 3, 1, 0.4];
const cadenceByTier = [7, 14, 30, 90, 30];

export type LifeEvent =
  | { readonly kind: 'tier'; readonly ms: number; readonly tier: number; readonly id: Id }
  | { readonly kind: 'edit'; readonly ms: number }
  | { readonly kind: 'bin'; readonly ms: number }
  | TalkEvent;

export interface TalkEvent {
  readonly kind: 'talk';
  readonly ms: number;
  readonly id: Id;
  /** The open plan before it, and what became of that. */
  readonly closes: { readonly id: Id; readonly as: 'done' | 'missed' | 'cancelled' } | null;
  readonly next: { readonly id: Id; readonly on: CalendarDate } | null;
}

/** When a customer came and all that happened to it since, without the words. */
export interface CustomerLife {
  readonly index: number;
  readonly id: Id;
  readonly bornMs: number;
  readonly isImported: boolean;
  /** Place in the book's list of tiers when it came; null for 未分级. */
  readonly tier: number | null;
  /** Place in the book's list of salespeople; null while nobody has it. */
  readonly owner: number | null;
  readonly contactIds: readonly Id[];
  /** In order of time, none on the day it came, all before `today`. */
  readonly events: readonly LifeEvent[];
}

/** The same for a number whatever the size of the book. */
export function customerLife(seed: number, index: number, today: CalendarDate, salespeople: number): CustomerLife {
  const random = new Random(seed, index * 4);
  const isImported = random.chance(importedShare);
  const first = dayNumber(today) - seededDays;
  const bornMs = isImported
    ? workingMoment(first, random)
    : workingMoment(first + random.between(1, seededDays - 1), random);
  const tier = random.weighted(tierWeights);
  const owner = random.chance(0.12) ? null : random.between(0, salespeople - 1);
  const contacts = random.weighted([
    [0, 8],
    [1, 58],
    [2, 24],
    [3, 8],
    [5, 2],
  ]);
  const id = random.id(bornMs);
  const contactIds = Array.from({ length: contacts }, () => random.id(bornMs));
  const events = eventsOf({ tier, bornMs, today }, random);
  return { index, id, bornMs, isImported, tier, owner, contactIds, events };
}

interface Start {
  readonly tier: number | null;
  readonly bornMs: number;
  readonly today: CalendarDate;
}

function eventsOf({ tier, bornMs, today }: Start, random: Random): readonly LifeEvent[] {
  const bornDay = Math.floor(bornMs / dayMs);
  const lastDay = dayNumber(today) - 1;
  const lived = (lastDay - bornDay) / seededDays;
  const days = (count: number) =>
    Array.from({ length: bornDay < lastDay ? count : 0 }, () => random.between(bornDay + 1, lastDay)).sort(
      (a, b) => a - b,
    );
  const talkDays = days(countAround((talksByTier[tier ?? 4] ?? 0) * lived, random));
  const events: LifeEvent[] = talks(talkDays, tier, lastDay, random);
  if (tier !== null && random.chance(0.15 * lived)) {
    const moved = Math.min(3, Math.max(0, tier + random.pick([-1, 1])));
    for (const day of days(1)) {
      const ms = workingMoment(day, random);
      if (moved !== tier) events.push({ kind: 'tier', ms, tier: moved, id: random.id(ms) });
    }
  }
  if (random.chance(0.1 * lived))
    for (const day of days(1)) events.push({ kind: 'edit', ms: workingMoment(day, random) });
  const later = events.sort((a, b) => a.ms - b.ms);
  const last = later.at(-1);
  if (random.chance(0.01) && !hasOpenPlan(later)) later.push({ kind: 'bin', ms: (last?.ms ?? bornMs) + 60_000 });
  return later;
}

function talks(talkDays: readonly number[], tier: number | null, lastDay: number, random: Random): LifeEvent[] {
  const events: TalkEvent[] = [];
  let open: { id: Id; on: number } | null = null;
  let before = 0;
  for (const day of talkDays) {
    // One talk a day: the moments of two would have to be in order too.
    if (day === before) continue;
    before = day;
    const ms = workingMoment(day, random);
    const late = open ? day - open.on : 0;
    const closes: TalkEvent['closes'] = open
      ? { id: open.id, as: late > 30 ? 'missed' : random.chance(0.1) ? 'cancelled' : 'done' }
      : null;
    open = random.chance(0.35)
      ? { id: random.id(ms), on: nextWorkday(day + Math.max(1, around(cadenceByTier[tier ?? 4] ?? 30, random))) }
      : null;
    events.push({
      kind: 'talk',
      ms,
      id: random.id(ms),
      closes,
      next: open ? { id: open.id, on: fromDayNumber(open.on) } : null,
    });
  }
  return open && lastDay - open.on > 30 ? withoutLastPlan(events) : events;
}

/** Nobody leaves a plan open for months: after 30 days it would be missed (domain §6). */
function withoutLastPlan(events: readonly TalkEvent[]): LifeEvent[] {
  return events.map((event, index) => (index === events.length - 1 ? { ...event, next: null } : event));
}

export function hasOpenPlan(events: readonly LifeEvent[]): boolean {
  const last = events.findLast((event) => event.kind === 'talk');
  return last?.kind === 'talk' && last.next !== null;
}

const dayMs = 86_400_000;

/** Between 8:30 and 17:59 in China (UTC+8), on a workday where the day given is none. */
function workingMoment(day: number, random: Random): number {
  return day * dayMs + random.between(30, 599) * 60_000 + random.between(0, 59) * 1000;
}

function nextWorkday(day: number): number {
  return dayNumber(builtInWorkCalendar.onOrAfter(fromDayNumber(day)));
}

function around(value: number, random: Random): number {
  return Math.round(value * (0.6 + random.fraction() * 0.8));
}

/** A whole number whose mean is `mean`: 0.4 is 0 mostly and 1 sometimes. */
function countAround(mean: number, random: Random): number {
  const spread = mean * (0.5 + random.fraction());
  return Math.floor(spread) + (random.chance(spread - Math.floor(spread)) ? 1 : 0);
}

/** The day in China on which a seeded moment falls. */
export function seededDay(ms: number): CalendarDate {
  return addDays(fromDayNumber(0), Math.floor((ms + 8 * 3_600_000) / dayMs));
}
