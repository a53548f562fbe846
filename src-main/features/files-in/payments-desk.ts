import type { Id } from '../../../src-shared/core/id.ts';
import { foldSingle, saidBy } from '../../../src-shared/files-in/fold-single.ts';
import { paymentOfRow } from '../../../src-shared/files-in/payment-of-row.ts';
import { paymentsTarget } from '../../../src-shared/files-in/payments-target.ts';
import { moneySettling, open } from './find-draft-customer.ts';
import { goodRows } from './good-rows.ts';
import { settleMoney } from './settle-money.ts';
import type { TargetDesk } from './target-desk.ts';

/** 回款. */
export const paymentsDesk: TargetDesk = {
  target: paymentsTarget,
  fold: (readings, _columnOf, isLeftOut) => foldSingle(goodRows(readings, isLeftOut), paymentsTarget),
  keysOf: ({ values }) => [saidBy(values, paymentsTarget)],
  settler: (db, request) => {
    const settling = moneySettling(db, request);
    return ({ values, firstRow }, situation) => {
      const facts = paymentOfRow(values, request.money);
      if (facts.receivedOn > request.today) return open('error', 'dated_in_future');
      const { receivedOn, amountFen, method, reference } = facts;
      const by = reference === null ? { method } : { reference };
      const made = {
        facts,
        notices: new Map(),
        hindrance: (customerId: Id) =>
          settling.lookups.hasPayment(customerId, receivedOn, amountFen, by) ? ('already_there' as const) : null,
      };
      return settleMoney(values, firstRow, made, settling, request, situation);
    };
  },
};
