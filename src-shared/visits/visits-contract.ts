import { z } from 'zod';
import type { CalendarDate } from '../core/calendar-date.ts';
import { calendarDateField, idField, optionalLines, requiredLines, requiredText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import { timeOfDayField } from '../follow-ups/follow-ups-contract.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, job, query, returns } from '../ipc/procedure.ts';
import type { AutoPlanProposal } from './auto-plan-proposal.ts';
import type { DueCustomer, RouteStop, VisitEntry } from './visit-entry.ts';
import type { VisitPlan } from './visit-plan.ts';
import { repeatSchema, type VisitSeries } from './visit-series.ts';

const fields = z.object({
  plannedOn: calendarDateField,
  plannedTime: timeOfDayField.nullable(),
  /** Minutes; null: no end is shown. */
  lengthMinutes: z.number().int().min(1, { message: 'out_of_range' }).max(1440, { message: 'out_of_range' }).nullable(),
  purpose: optionalLines(500),
  /** Who goes. */
  personId: idField.nullable(),
});

/** Some fields anew. Made from fields without defaults: zod fills those in for absent fields too, which would wipe them. */
export const planChangeSchema = fields.partial();

const planFields = fields.extend({
  plannedTime: fields.shape.plannedTime.default(null),
  lengthMinutes: fields.shape.lengthMinutes.default(null),
  purpose: fields.shape.purpose.default(null),
  /** Absent: the customer's owner. */
  personId: fields.shape.personId.optional(),
});

/** Of a repeating plan: this occurrence, or this and the open ones after it. */
const scopeField = z.enum(['one', 'following']).default('one');

/** Whose plans: one's own and those of nobody, or everybody's. */
export const visitScopeField = z.enum(['mine', 'all']);
export type VisitScope = z.output<typeof visitScopeField>;

/** Whom a calendar shows; 'none' is plans without a person. Absent: everybody. */
export const personsField = z
  .array(idField.or(z.literal('none')))
  .max(200)
  .optional();

/** Other open plans of the same person whose hours touch the plan's: pointed out, not refused. */
export interface PlanOutcome extends ChangeOutcome {
  readonly overlaps: readonly VisitEntry[];
}

const planTopics = ['customers', 'visit_plans', 'history', 'reminders'] as const;

/** Visits of a proposal that can be accepted in one go. */
export const acceptedAtOnce = 5_000;

/** A list longer than this is better filtered. */
export const dueAtOnce = 1_000;

export const visitsContract = {
  /** `planned`: how many visits, more than one when it repeats. `id`: the first. */
  plan: command(
    'follow_ups.edit',
    planFields.extend({ customerId: idField, repeat: repeatSchema.nullable().default(null) }),
    returns<PlanOutcome & { readonly id: Id; readonly planned: number }>(),
    planTopics,
  ),
  /**
   * Moves or rewords an open plan; where it was before stays in the history. With scope `following` the later open
   * occurrences move by as many days and take over the other fields.
   */
  update: command(
    'follow_ups.edit',
    z.object({ id: idField, fields: planChangeSchema, scope: scopeField }),
    returns<PlanOutcome & { readonly changed: number }>(),
    planTopics,
  ),
  /** Several open plans to one day: 全部改到今天. What is no longer open or another's is left alone and counted. */
  moveMany: command(
    'follow_ups.edit',
    z.object({ ids: z.array(idField).min(1).max(500), to: calendarDateField }),
    returns<ChangeOutcome & { readonly changed: number; readonly leftAlone: number }>(),
    planTopics,
  ),
  cancel: command(
    'follow_ups.edit',
    z.object({ id: idField, reason: requiredLines(500), scope: scopeField }),
    returns<ChangeOutcome & { readonly changed: number }>(),
    planTopics,
  ),
  /** Nobody came: by hand; after 30 days by itself (domain §6). */
  markMissed: command('follow_ups.edit', z.object({ id: idField }), returns<ChangeOutcome>(), planTopics),
  get: query(
    'customers.read',
    z.object({ id: idField }),
    returns<{
      readonly entry: VisitEntry;
      readonly series: VisitSeries | null;
      readonly overlaps: readonly VisitEntry[];
    }>(),
  ),
  /** Open plans before today, the oldest first: at most 200, and how many there are. */
  overdue: query(
    'customers.read',
    z.object({ scope: visitScopeField }),
    returns<{ readonly entries: readonly VisitEntry[]; readonly total: number }>(),
  ),
  /** A customer's plans that are no longer open, the latest first: at most 100, and how many there are. */
  past: query(
    'customers.read',
    z.object({ customerId: idField }),
    returns<{ readonly plans: readonly VisitPlan[]; readonly total: number }>(),
  ),
  /** Plans of a span of at most 62 days, whatever became of them; by day, time, district, name. */
  between: query(
    'customers.read',
    z.object({ from: calendarDateField, to: calendarDateField, persons: personsField }),
    returns<{ readonly entries: readonly VisitEntry[] }>(),
  ),
  /**
   * Customers due by cadence up to `upTo` with nothing planned, worst first: days overdue ÷ cadence (domain §6).
   * With `persons` only those of the scope that they own, `none` being those of nobody. `total` counts all of them.
   */
  due: query(
    'customers.read',
    z.object({
      scope: visitScopeField,
      persons: personsField,
      upTo: calendarDateField,
      limit: z.number().int().min(1).max(dueAtOnce).default(50),
    }),
    returns<{ readonly customers: readonly DueCustomer[]; readonly total: number }>(),
  ),
  /** The open plans of some days with what a printed sheet says of each stop; by day, person, district, time. */
  routeSheet: query(
    'customers.read',
    z.object({ from: calendarDateField, to: calendarDateField, persons: personsField }),
    returns<{ readonly stops: readonly RouteStop[] }>(),
  ),
  /** 自动排期 (domain §6). Writes nothing. */
  propose: job(
    'follow_ups.edit',
    z.object({
      persons: z.array(idField).max(200).optional(),
      horizonWorkdays: z.number().int().min(1).max(60).default(10),
      maxPerDay: z.number().int().min(1).max(50).default(6),
    }),
    returns<AutoPlanProposal>(),
  ),
  /**
   * One batch, one undo. A customer that got a plan, changed owner or went to the bin meanwhile is left alone, and so is
   * a day that has passed.
   */
  acceptProposal: job(
    'follow_ups.edit',
    z.object({
      visits: z
        .array(z.object({ customerId: idField, personId: idField, on: calendarDateField }))
        .min(1)
        .max(acceptedAtOnce),
      purpose: optionalLines(500).default(null),
    }),
    returns<ChangeOutcome & { readonly planned: number; readonly leftAlone: number }>(),
    planTopics,
  ),
  /** Asks where to, then writes the .ics. `path` null: the user closed the dialog. Phone numbers leave the book (domain §13). */
  exportIcs: command(
    'export.customers',
    z.object({
      from: calendarDateField,
      to: calendarDateField,
      persons: personsField,
      /** File name proposed, words inside the file: the window's language. */
      words: z.object({ fileName: requiredText(100), calendarName: requiredText(100) }),
    }),
    returns<{ readonly path: string | null; readonly written: number }>(),
    [],
  ),
};

/** The day a plan is on, its wall-clock span in minutes since midnight; null without a time: it overlaps nothing. */
export function spanOf(plan: Pick<VisitPlan, 'plannedOn' | 'plannedTime' | 'lengthMinutes'>): {
  readonly on: CalendarDate;
  readonly fromMinute: number;
  readonly toMinute: number;
} | null {
  if (plan.plannedTime === null) return null;
  const fromMinute = Number(plan.plannedTime.slice(0, 2)) * 60 + Number(plan.plannedTime.slice(3, 5));
  return { on: plan.plannedOn, fromMinute, toMinute: fromMinute + (plan.lengthMinutes ?? defaultLengthMinutes) };
}

/** A visit without a length is taken to last this long where its end matters. */
export const defaultLengthMinutes = 60;
