import type { CalendarDate } from '../core/calendar-date.ts';
import type { Fen } from '../core/money.ts';
import { type CreditTerms, dueDayOf, type Instalment, instalmentsOf } from '../receivables/credit-terms.ts';
import type { PaymentPlan } from './order.ts';

export interface PlannedOrder {
  readonly issuedOn: CalendarDate;
  /** 0 or more. */
  readonly amountFen: Fen;
  readonly credit: CreditTerms;
  readonly plan: PaymentPlan;
}

/**
 * How an order is owed (domain §1), by due day. Nothing is owed of an order that sums up to nothing. Null: the plan does not
 * fit: parts that are not the amount, a part of nothing, a part due before the order's day.
 */
export function planInstalments({ issuedOn, amountFen, credit, plan }: PlannedOrder): readonly Instalment[] | null {
  if (amountFen === 0) return [];
  const parts = partsOf({ issuedOn, amountFen, credit, plan });
  if (!parts || parts.some(({ dueOn }) => dueOn < issuedOn)) return null;
  return parts;
}

function partsOf({ issuedOn, amountFen, credit, plan }: PlannedOrder): readonly Instalment[] | null {
  switch (plan.kind) {
    case 'once':
      return [{ installmentNo: 1, dueOn: dueDayOf(issuedOn, credit), amountFen }];
    case 'rule':
      return instalmentsOf(amountFen, plan);
    case 'parts': {
      const sum = plan.parts.reduce((total, part) => total + part.amountFen, 0);
      if (sum !== amountFen) return null;
      const byDay = plan.parts.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)));
      return byDay.map((part, index) => ({ installmentNo: index + 1, ...part }));
    }
  }
}
