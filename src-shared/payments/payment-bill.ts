import type { FieldError } from '../core/app-error.ts';
import type { CalendarDate } from '../core/calendar-date.ts';
import type { PaymentMethod } from './payment.ts';

export interface BillFacts {
  readonly method: PaymentMethod;
  readonly billNo: string | null;
  readonly billDueOn: CalendarDate | null;
  readonly receivedOn: CalendarDate;
}

/** A bill says when it is honoured, not before it was received. Null: nothing is wrong, or it is no bill. */
export function billProblem(
  { method, billDueOn, receivedOn }: Omit<BillFacts, 'billNo'>,
  field: string,
): FieldError | null {
  if (method !== 'acceptance_bill') return null;
  if (billDueOn === null) return { field, problem: 'required' };
  return billDueOn < receivedOn ? { field, problem: 'out_of_range' } : null;
}

/** Of another method a form may still hold what was typed before the method was chosen. */
export function billOf({
  method,
  billNo,
  billDueOn,
}: Omit<BillFacts, 'receivedOn'>): Pick<BillFacts, 'billNo' | 'billDueOn'> {
  return method === 'acceptance_bill' ? { billNo, billDueOn } : { billNo: null, billDueOn: null };
}
