import type { Attachment } from '../attachments/attachment.ts';
import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import type { Instant } from '../core/instant.ts';
import type { Fen } from '../core/money.ts';
import type { FollowUp } from '../follow-ups/follow-up.ts';
import type { PaymentMethod, VoidKind } from '../payments/payment.ts';
import type { PaymentPromise } from '../payments/payment-promise.ts';
import type { SourceKind } from '../receivables/ledger.ts';
import type { TermsAdvice } from '../terms/terms-advice.ts';
import type { VisitPlan } from '../visits/visit-plan.ts';

/** One line of a customer's timeline, newest first. Later areas add their own kinds. */
export type TimelineItem =
  | {
      readonly kind: 'follow_up';
      readonly id: Id;
      readonly at: Instant;
      readonly followUp: FollowUp;
      readonly attachments: readonly Attachment[];
      /** Who typed it, where that is not its author (an import, an owner for a salesperson); null: the author. */
      readonly typistId: Id | null;
      /** The contact's name now, in the bin or not; null: none was named. */
      readonly contactName: string | null;
    }
  | { readonly kind: 'visit_plan'; readonly id: Id; readonly at: Instant; readonly plan: VisitPlan }
  | {
      readonly kind: 'tier_change';
      readonly id: Id;
      readonly at: Instant;
      readonly fromTierId: Id | null;
      readonly toTierId: Id | null;
      readonly effectiveOn: CalendarDate;
      readonly reason: string | null;
      readonly userId: Id | null;
    }
  | {
      readonly kind: 'created';
      readonly id: Id;
      readonly at: Instant;
      readonly userId: Id | null;
      /** The file it came from, null when typed by hand. */
      readonly importedFrom: string | null;
    }
  /** Money facts stand on their business day; `at` is its place in the line. `isVoid`: voided since. */
  | {
      readonly kind: 'order';
      readonly id: Id;
      readonly at: Instant;
      readonly on: CalendarDate;
      readonly orderNo: string;
      readonly amountFen: Fen;
      readonly summary: string;
      readonly userId: Id | null;
      readonly isVoid: boolean;
    }
  | {
      readonly kind: 'receivable';
      readonly id: Id;
      readonly at: Instant;
      readonly on: CalendarDate;
      readonly dueOn: CalendarDate;
      readonly amountFen: Fen;
      readonly reference: string | null;
      readonly userId: Id | null;
      readonly isVoid: boolean;
    }
  | {
      readonly kind: 'settlement';
      readonly id: Id;
      readonly at: Instant;
      readonly on: CalendarDate;
      readonly source: SourceKind;
      readonly amountFen: Fen;
      readonly method: PaymentMethod | null;
      readonly note: string | null;
      readonly userId: Id | null;
      readonly isVoid: boolean;
      readonly voidKind: VoidKind | null;
    }
  | {
      readonly kind: 'refund';
      readonly id: Id;
      /** The payment or return whose money went back. */
      readonly sourceId: Id;
      readonly at: Instant;
      readonly on: CalendarDate;
      readonly amountFen: Fen;
      readonly method: PaymentMethod;
      readonly userId: Id | null;
      readonly isVoid: boolean;
    }
  | {
      readonly kind: 'promise';
      readonly id: Id;
      readonly at: Instant;
      readonly promise: PaymentPromise;
      readonly userId: Id | null;
    }
  | {
      readonly kind: 'terms';
      readonly id: Id;
      readonly at: Instant;
      readonly on: CalendarDate;
      readonly decision: 'accepted' | 'override';
      readonly advice: TermsAdvice;
      readonly reason: string | null;
      readonly userId: Id | null;
    };
