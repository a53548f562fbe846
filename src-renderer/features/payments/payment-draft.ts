import { z } from 'zod';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { calendarDateField, idField } from '../../../src-shared/core/fields.ts';
import type { Fen } from '../../../src-shared/core/money.ts';
import type { InputOf } from '../../../src-shared/ipc/procedure.ts';
import { type PaymentMethod, paymentMethods } from '../../../src-shared/payments/payment.ts';
import type { paymentsContract } from '../../../src-shared/payments/payments-contract.ts';

/** What is typed into 记回款. */
export const paymentDraftSchema = z.object({
  customer: z.object({ id: idField, name: z.string() }).nullable(),
  /** Null: not touched; the form's own proposal stands. */
  amount: z.string().nullable(),
  method: z.enum(paymentMethods),
  receivedOn: calendarDateField,
  billNo: z.string(),
  billDueOn: calendarDateField.nullable(),
  isDeposit: z.boolean(),
  collectedById: idField.nullable(),
  reference: z.string(),
  note: z.string(),
  /** Null: spread by itself, the oldest first. */
  parts: z.record(z.string(), z.string()).nullable(),
});
export type PaymentDraft = z.infer<typeof paymentDraftSchema>;

export function blankPayment(receivedOn: CalendarDate, method: PaymentMethod): PaymentDraft {
  return {
    customer: null,
    amount: null,
    method,
    receivedOn,
    billNo: '',
    billDueOn: null,
    isDeposit: false,
    collectedById: null,
    reference: '',
    note: '',
    parts: null,
  };
}

/** More than whom it is from and how it came, which are chosen again at once. */
export function saysSomething({ amount, parts, billNo, reference, note }: PaymentDraft): boolean {
  return parts !== null || [amount ?? '', billNo, reference, note].some((text) => text !== '');
}

/** A bill's number and day are those of a bill only: what was typed before another method was chosen does not go along. */
export function paymentFields(
  draft: PaymentDraft,
  amountFen: Fen,
): InputOf<(typeof paymentsContract)['record']>['payment'] {
  const isBill = draft.method === 'acceptance_bill';
  return {
    receivedOn: draft.receivedOn,
    amountFen,
    method: draft.method,
    isDeposit: draft.isDeposit,
    billNo: isBill ? draft.billNo : null,
    billDueOn: isBill ? draft.billDueOn : null,
    collectedById: draft.collectedById,
    reference: draft.reference,
    note: draft.note,
  };
}
