import { z } from 'zod';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { calendarDateField } from '../../../src-shared/core/fields.ts';
import { channels } from '../../../src-shared/follow-ups/follow-up.ts';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';

/** What is half typed under a line of Today; null where the user left it to the defaults. */
export const logLineDraftSchema = z.object({
  text: z.string(),
  channel: z.enum(channels).nullable(),
  next: z.object({ on: calendarDateField.nullable() }).nullable(),
});
export type LogLineDraft = z.output<typeof logLineDraftSchema>;

export const emptyLogLine: LogLineDraft = { text: '', channel: null, next: null };

export function logLineDraftKey(rowKey: string): string {
  return `today:${rowKey}`;
}

/** What the line proposes for the next visit. */
export interface NextProposal {
  readonly on: CalendarDate | null;
  /** Another plan that stays open: why no day is proposed beside it. */
  readonly staysOpen: VisitPlan | null;
}

/** The cadence's day, unless the customer has another open plan than the one being done. */
export function proposeNext(
  openPlans: readonly VisitPlan[],
  closesPlanId: string | null,
  suggested: CalendarDate,
): NextProposal {
  const staysOpen = openPlans.find((plan) => plan.id !== closesPlanId) ?? null;
  return { on: staysOpen ? null : suggested, staysOpen };
}
