import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import type { Fen } from '../core/money.ts';

/*
 * The facts from which everything about a customer's money is worked out (domain §1). Each has the business day that the
 * user gave; as of a day D only facts with their day ≤ D count, and not those ended by D. No totals are stored.
 */

/** 应收: an order's instalment, or a balance from before Keben. */
export interface Receivable {
  readonly id: Id;
  readonly customerId: Id;
  /** Null: entered alone. */
  readonly orderId: Id | null;
  /** From 1. */
  readonly installmentNo: number;
  readonly issuedOn: CalendarDate;
  /** In force now. */
  readonly dueOn: CalendarDate;
  /** Due days in force before, by `untilOn`: the first day on which the next one is (domain §1). */
  readonly formerDueDays: readonly { readonly dueOn: CalendarDate; readonly untilOn: CalendarDate }[];
  /** More than 0. */
  readonly amountFen: Fen;
  /** Never makes a grade worse (domain §2). */
  readonly isDisputed: boolean;
  readonly voidedOn: CalendarDate | null;
}

/** What settles: money, goods that came back, or the decision to give up. */
export const sourceKinds = ['payment', 'return', 'write_off'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export interface SettlementSource {
  readonly id: Id;
  readonly customerId: Id;
  readonly kind: SourceKind;
  /** receivedOn of a payment, effectiveOn of a return or a write-off. */
  readonly on: CalendarDate;
  /** More than 0. */
  readonly amountFen: Fen;
  /** Voided, or a bill that bounced: from this day on it never was. */
  readonly voidedOn: CalendarDate | null;
}

/** 核销: part of a source that settles part of a receivable. A move ends the row and never changes it. */
export interface Allocation {
  readonly id: Id;
  readonly receivableId: Id;
  readonly sourceId: Id;
  /** More than 0. */
  readonly amountFen: Fen;
  readonly effectiveOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
}

/** Prepayment paid back. */
export interface Refund {
  readonly id: Id;
  readonly sourceId: Id;
  /** More than 0. */
  readonly amountFen: Fen;
  readonly on: CalendarDate;
  readonly voidedOn: CalendarDate | null;
}

export interface Ledger {
  readonly receivables: readonly Receivable[];
  readonly sources: readonly SettlementSource[];
  readonly allocations: readonly Allocation[];
  readonly refunds: readonly Refund[];
}

/** Whether a fact with this day, ended or voided on that one, counts as of D. */
export function countsOn(asOf: CalendarDate, from: CalendarDate, ended: CalendarDate | null): boolean {
  return from <= asOf && (ended === null || ended > asOf);
}

/** The due day that was in force on a day: lateness is judged by it (domain §1). */
export function dueOnAsOf({ dueOn, formerDueDays }: Receivable, day: CalendarDate): CalendarDate {
  return formerDueDays.find(({ untilOn }) => untilOn > day)?.dueOn ?? dueOn;
}
