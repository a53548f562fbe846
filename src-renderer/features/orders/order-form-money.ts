import { type Fen, fen } from '../../../src-shared/core/money.ts';
import type { InputOf } from '../../../src-shared/ipc/procedure.ts';
import type { ordersContract, UsablePrepayment } from '../../../src-shared/orders/orders-contract.ts';
import { readTypedAmount, typedMoney } from '../../text/money-text.ts';
import type { OrderForm } from './order-draft.ts';

export type CheckInput = InputOf<(typeof ordersContract)['check']>;

/** What is proposed was reckoned for the amount of a moment ago: never more than the order is now. */
export function proposedUse(
  prepayments: readonly UsablePrepayment[],
  amountFen: Fen,
): Readonly<Record<string, string>> {
  const used: Record<string, string> = {};
  let rest: number = amountFen;
  for (const { sourceId, proposedFen } of prepayments) {
    const useFen = fen(Math.min(rest, proposedFen));
    if (useFen <= 0) continue;
    used[sourceId] = typedMoney(useFen);
    rest -= useFen;
  }
  return used;
}

/** Null: none is taken. */
export function takenAmount({ payment }: OrderForm): Fen | null | 'wrong' {
  if (!payment.isTaken) return null;
  const read = readTypedAmount(payment.amount);
  return read.kind === 'amount' ? read.fen : 'wrong';
}

export function paymentOf({ payment, issuedOn }: OrderForm, takenFen: Fen, amountFen: Fen): CheckInput['payment'] {
  const isBill = payment.method === 'acceptance_bill';
  return {
    receivedOn: issuedOn,
    amountFen: fen(takenFen),
    method: payment.method,
    // Taken with the order and less than all of it: that is its 定金.
    isDeposit: takenFen < amountFen,
    billNo: isBill ? payment.billNo : null,
    billDueOn: isBill ? payment.billDueOn : null,
    reference: payment.reference,
  };
}
