import { fen } from '../core/money.ts';
import { type PaymentMethod, paymentMethods } from '../payments/payment.ts';
import type { ImportValues } from './import-target.ts';
import type { MoneyImportOptions, PaymentFacts } from './money-drafts.ts';
import { dayOf, numberOf, textOf } from './value-of.ts';

/** What a row of 回款 says. Day and amount are there: rows without them have problems and do not come here. */
export function paymentOfRow(values: ImportValues, options: MoneyImportOptions): PaymentFacts {
  const receivedOn = dayOf(values, 'receivedOn');
  const amount = numberOf(values, 'amount');
  if (receivedOn === null || amount === null) throw new Error('a payment without its day or amount was taken for good');
  const method = methodOf(values) ?? options.method;
  return {
    receivedOn,
    amountFen: fen(amount),
    method,
    billNo: textOf(values, 'billNo'),
    billDueOn: dayOf(values, 'billDueOn'),
    reference: textOf(values, 'reference'),
    collectedById: textOf(values, 'collectedBy'),
    note: textOf(values, 'note'),
  };
}

function methodOf(values: ImportValues): PaymentMethod | null {
  const value = values.get('method');
  return paymentMethods.find((method) => method === value) ?? null;
}
