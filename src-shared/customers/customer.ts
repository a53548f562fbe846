import { z } from 'zod';
import type { ContactDetail } from '../contacts/contact.ts';
import type { CalendarDate } from '../core/calendar-date.ts';
import { calendarDateField, idField, optionalLines, optionalText, requiredText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { Instant } from '../core/instant.ts';
import type { Fen } from '../core/money.ts';
import { relationshipLevels } from '../tiers/tier.ts';
import type { VisitPlan } from '../visits/visit-plan.ts';
import { isUscc } from './uscc.ts';

export const customerNameMaxLength = 200;

/** The fields a person types. Null is 'not known'. */
export const customerFieldsSchema = z.object({
  name: requiredText(customerNameMaxLength),
  shortName: optionalText(100),
  uscc: optionalText(18).refine((uscc) => uscc === null || isUscc(uscc), { message: 'invalid_uscc' }),
  phone: optionalText(100),
  wechat: optionalText(100),
  email: optionalText(200),
  website: optionalText(300),
  province: optionalText(50),
  city: optionalText(50),
  district: optionalText(50),
  address: optionalLines(500),
  industry: optionalText(100),
  source: optionalText(100),
  sinceOn: calendarDateField.nullable(),
  note: optionalLines(5000),
  tierId: idField.nullable(),
  tierPinnedReason: optionalLines(500),
  /** Days between visits when this customer differs from the tier's; null: the tier's. */
  cadenceDays: z.number().int().min(1, { message: 'out_of_range' }).max(3650, { message: 'out_of_range' }).nullable(),
  /** Null: the tier's. */
  relationshipLevel: z.enum(relationshipLevels).nullable(),
  /** 转介绍: who brought him. */
  referredById: idField.nullable(),
  ownerId: idField.nullable(),
});

export type CustomerFields = z.output<typeof customerFieldsSchema>;

/** A customer of whom nothing is known yet. */
export const blankCustomerFields: CustomerFields = {
  name: '',
  shortName: null,
  uscc: null,
  phone: null,
  wechat: null,
  email: null,
  website: null,
  province: null,
  city: null,
  district: null,
  address: null,
  industry: null,
  source: null,
  sinceOn: null,
  note: null,
  tierId: null,
  tierPinnedReason: null,
  cadenceDays: null,
  relationshipLevel: null,
  referredById: null,
  ownerId: null,
};

/** One row of the grid. */
export interface CustomerRow {
  readonly id: Id;
  readonly name: string;
  readonly tierId: Id | null;
  /** No method moves it. */
  readonly isTierPinned: boolean;
  readonly ownerId: Id | null;
  /** The primary contact, else null. */
  readonly contactName: string | null;
  /** The primary contact's mobile, else phone, else the customer's own. */
  readonly phone: string | null;
  readonly wechat: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly address: string | null;
  readonly industry: string | null;
  readonly source: string | null;
  readonly tagIds: readonly Id[];
  /** Earliest open visit plan. */
  readonly nextVisitOn: CalendarDate | null;
  /** The day the next contact is due by cadence, whatever is planned (domain §6). */
  readonly dueOn: CalendarDate;
  /** Latest follow-up or done visit. */
  readonly lastContactAt: Instant | null;
  /** Open balance today; null: nothing, or not for this reader. */
  readonly owedFen: Fen | null;
  /** 预收; null as of owedFen. */
  readonly prepaidFen: Fen | null;
  /** Due day of the oldest of what is open; before today: overdue. */
  readonly oldestDueOn: CalendarDate | null;
  readonly lastPaymentOn: CalendarDate | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** Everything the pane shows of one customer, without the timeline. */
export interface CustomerDetail extends CustomerFields {
  readonly id: Id;
  readonly primaryContactId: Id | null;
  readonly contacts: readonly ContactDetail[];
  readonly tagIds: readonly Id[];
  readonly openPlans: readonly VisitPlan[];
  readonly lastContactAt: Instant | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Set when the customer is in the bin. */
  readonly deletedAt: Instant | null;
}
