import { z } from 'zod';
import type { CalendarDate } from '../core/calendar-date.ts';
import { calendarDateField, idField, requiredText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { Fen } from '../core/money.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, query, returns } from '../ipc/procedure.ts';
import { amountField } from '../payments/payment.ts';

/** 服务成本: what serving him cost; 让利: what was given beside the price. */
export const serviceCostKinds = ['service', 'concession'] as const;
export type ServiceCostKind = (typeof serviceCostKinds)[number];

export interface ServiceCost {
  readonly id: Id;
  readonly customerId: Id;
  readonly kind: ServiceCostKind;
  readonly on: CalendarDate;
  readonly amountFen: Fen;
  readonly what: string;
  readonly followUpId: Id | null;
  readonly orderId: Id | null;
  readonly userId: Id | null;
}

/** A cost as it is said: beside a talk, an order, or alone. */
export const costFieldsSchema = z.object({
  kind: z.enum(serviceCostKinds),
  on: calendarDateField,
  amountFen: amountField,
  what: requiredText(100),
});
export type CostFields = z.output<typeof costFieldsSchema>;

const topics = ['costs', 'customers', 'history'] as const;

export const costsContract = {
  add: command(
    'follow_ups.edit',
    costFieldsSchema.extend({
      customerId: idField,
      followUpId: idField.nullable().default(null),
      orderId: idField.nullable().default(null),
    }),
    returns<ChangeOutcome & { readonly id: Id }>(),
    topics,
  ),
  update: command(
    'follow_ups.edit',
    z.object({ id: idField, fields: costFieldsSchema.partial() }),
    returns<ChangeOutcome>(),
    topics,
  ),
  remove: command('follow_ups.edit', z.object({ id: idField }), returns<ChangeOutcome>(), topics),
  /** The latest first, and sums of the 12 months up to today. */
  ofCustomer: query(
    'customers.read',
    z.object({ customerId: idField }),
    returns<{ readonly costs: readonly ServiceCost[]; readonly serviceFen: Fen; readonly concessionFen: Fen }>(),
  ),
};
