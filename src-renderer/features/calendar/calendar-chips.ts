import type { EventApi, EventInput } from '@fullcalendar/react';
import type { CalendarItem } from '../../../src-shared/calendar/calendar-item.ts';
import { addDays, type CalendarDate, daysBetween } from '../../../src-shared/core/calendar-date.ts';
import { type Id, isId } from '../../../src-shared/core/id.ts';
import type { Tier, TierColor } from '../../../src-shared/tiers/tier.ts';
import type { User } from '../../../src-shared/users/user.ts';
import type { ProposedVisit } from '../../../src-shared/visits/auto-plan-proposal.ts';
import type { VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';
import { defaultLengthMinutes, spanOf } from '../../../src-shared/visits/visits-contract.ts';
import type { CalendarLook, Colouring } from './calendar-look.ts';

/** How a visit looks: its status, but open and before today is overdue. */
export type VisitTone = 'planned' | 'overdue' | 'done' | 'missed' | 'cancelled';

/** The bar at a chip's left; each theme has its own colour for it. */
export type Hue = TierColor | VisitTone | `person${number}` | 'none';

export type DueItem = Extract<CalendarItem, { kind: 'due' }>;
export type OccasionItem = Extract<CalendarItem, { kind: 'anniversary' }>;

/** What one line of the calendar stands for. */
export type Chip =
  | {
      readonly kind: 'visit';
      readonly entry: VisitEntry;
      readonly tone: VisitTone;
      readonly hue: Hue;
      /** 0: not overdue. */
      readonly daysLate: number;
    }
  | { readonly kind: 'proposal'; readonly visit: ProposedVisit; readonly isTicked: boolean; readonly hue: Hue }
  | { readonly kind: 'occasion'; readonly item: OccasionItem }
  /** All that falls due on a day. `isLate`: the day is over and it is still open. */
  | { readonly kind: 'due'; readonly item: DueItem; readonly isLate: boolean }
  /** Those of a day that its cell has no room for, and how many of them are proposed. */
  | { readonly kind: 'more'; readonly on: CalendarDate; readonly count: number; readonly proposed: number }
  /** Dragged in from a list, until it is written: a customer, or an entry of the calendar by its id. */
  | { readonly kind: 'dropped'; readonly dropped: Dropped; readonly name: string };

export type Dropped = { readonly customerId: Id } | { readonly entryId: string };

/** A visit that 自动排期 proposes, and whether it is to be accepted. */
export interface Proposed {
  readonly visit: ProposedVisit;
  readonly isTicked: boolean;
}

export interface ChipContext {
  readonly today: CalendarDate;
  readonly look: CalendarLook;
  readonly tiers: readonly Pick<Tier, 'id' | 'color'>[];
  readonly users: readonly Pick<User, 'id'>[];
  /** Whether the present user may change plans of customers of that owner. */
  readonly mayEdit: (ownerId: string | null) => boolean;
}

export function toneOf(plan: Pick<VisitPlan, 'status' | 'plannedOn'>, today: CalendarDate): VisitTone {
  return plan.status === 'planned' && plan.plannedOn < today ? 'overdue' : plan.status;
}

const personHues = 8;

function hueOf(
  colouring: Colouring,
  what: { readonly tierId: string | null; readonly personId: string | null; readonly tone: VisitTone },
  { tiers, users }: Pick<ChipContext, 'tiers' | 'users'>,
): Hue {
  switch (colouring) {
    case 'status':
      return what.tone;
    case 'tier':
      return tiers.find((tier) => tier.id === what.tierId)?.color ?? 'none';
    case 'person':
      return personHue(what.personId, users);
  }
}

/** Each person has a colour of their own until there are more than eight. */
export function personHue(personId: string | null, users: readonly Pick<User, 'id'>[]): Hue {
  const at = users.findIndex((user) => user.id === personId);
  return at < 0 ? 'none' : `person${(at % personHues) + 1}`;
}

/**
 * Everything the calendar draws, in its order within a day: open visits by time, then proposals, what falls due,
 * what is over, birthdays.
 * What is still to be done comes first because a cell may show no more than two.
 */
export function chipsOf(
  items: readonly CalendarItem[],
  proposed: readonly Proposed[],
  context: ChipContext,
): readonly EventInput[] {
  const { hidden } = context.look;
  const isHidden = new Set<string>(hidden);
  const events: EventInput[] = [];
  for (const item of items) {
    if (item.kind === 'anniversary') {
      if (!isHidden.has('anniversaries')) events.push(occasionEvent(item, events.length));
    } else if (item.kind === 'due') {
      if (!isHidden.has('due')) events.push(dueEvent(item, context.today));
    } else if (!isHidden.has(item.entry.plan.status)) {
      events.push(visitEvent(item.entry, context));
    }
  }
  for (const proposal of proposed) events.push(proposalEvent(proposal, context));
  return events;
}

function visitEvent(entry: VisitEntry, context: ChipContext): EventInput {
  const { plan } = entry;
  const tone = toneOf(plan, context.today);
  const hue = hueOf(context.look.colouring, { tierId: entry.tierId, personId: plan.personId, tone }, context);
  const isOpen = plan.status === 'planned' && context.mayEdit(entry.ownerId);
  const daysLate = tone === 'overdue' ? daysBetween(plan.plannedOn, context.today) : 0;
  const chip: Chip = { kind: 'visit', entry, tone, hue, daysLate };
  return {
    id: `visit:${plan.id}`,
    title: entry.shortName ?? entry.name,
    ...placeOf(plan),
    startEditable: isOpen,
    durationEditable: isOpen && plan.plannedTime !== null,
    rank: `${plan.status === 'planned' ? 0 : 2} ${plan.plannedTime ?? '00:00'} ${entry.district ?? ''} ${entry.name}`,
    chip,
  };
}

/** Where a plan stands; without a time it is at the head of its day. An end past midnight is drawn up to it. */
function placeOf(plan: Pick<VisitPlan, 'plannedOn' | 'plannedTime' | 'lengthMinutes'>): EventInput {
  const span = spanOf(plan);
  if (!span) return { start: plan.plannedOn, allDay: true };
  const toMinute = Math.min(span.toMinute, 24 * 60);
  return {
    start: `${plan.plannedOn}T${plan.plannedTime}:00Z`,
    end: toMinute === 24 * 60 ? `${addDays(plan.plannedOn, 1)}T00:00:00Z` : `${plan.plannedOn}T${clock(toMinute)}:00Z`,
    allDay: false,
  };
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function proposalEvent({ visit, isTicked }: Proposed, context: ChipContext): EventInput {
  const hue = hueOf(context.look.colouring, { ...visit, tone: 'planned' }, context);
  const chip: Chip = { kind: 'proposal', visit, isTicked, hue };
  return {
    id: proposalEntryId(visit.customerId),
    title: visit.name,
    start: visit.on,
    allDay: true,
    startEditable: true,
    durationEditable: false,
    rank: `1 ${visit.name}`,
    chip,
  };
}

function occasionEvent(item: OccasionItem, at: number): EventInput {
  const chip: Chip = { kind: 'occasion', item };
  return {
    id: `occasion:${item.on}:${at}`,
    title: item.occasion.customerName,
    start: item.on,
    allDay: true,
    editable: false,
    rank: `3 ${item.occasion.customerName}`,
    chip,
  };
}

function dueEvent(item: DueItem, today: CalendarDate): EventInput {
  const chip: Chip = { kind: 'due', item, isLate: item.on < today };
  return {
    id: `due:${item.on}`,
    title: item.due.customerNames.join(' '),
    start: item.on,
    allDay: true,
    editable: false,
    // After every proposal, before what is over.
    rank: '1~',
    chip,
  };
}

/** How long a visit is after its end was dragged, in whole minutes; the default where the widget knows no end. */
export function lengthOf(start: Date, end: Date | null): number {
  return end ? Math.max(1, Math.round((end.getTime() - start.getTime()) / 60_000)) : defaultLengthMinutes;
}

/** What an entry of the widget stands for; null for the shade of a span being chosen. */
export function chipOf(event: Pick<EventApi, 'extendedProps'>): Chip | null {
  const chip: Chip | undefined = event.extendedProps.chip;
  return chip ?? null;
}

/** Marks an element as a customer that can be dragged into the calendar. */
export function droppableCustomer(customer: { readonly customerId: Id; readonly name: string }) {
  return { 'data-drop-customer': customer.customerId, 'data-drop-name': customer.name };
}

/** Marks an element as one more place an entry of the calendar can be dragged from. */
export function droppableEntry(entryId: string, name: string) {
  return { 'data-drop-entry': entryId, 'data-drop-name': name };
}

/** The entry by which a proposed visit is known in the calendar. */
export function proposalEntryId(customerId: Id): string {
  return `proposal:${customerId}`;
}

export const droppableSelector = '[data-drop-customer], [data-drop-entry]';

/** What the widget is told of such an element while it is dragged. */
export function droppedEvent(element: HTMLElement): EventInput {
  const { dropCustomer = '', dropEntry, dropName = '' } = element.dataset;
  const dropped = dropEntry ? { entryId: dropEntry } : isId(dropCustomer) ? { customerId: dropCustomer } : null;
  if (!dropped) return { create: false };
  const chip: Chip = { kind: 'dropped', dropped, name: dropName };
  return { title: dropName, editable: false, rank: '0', chip };
}
