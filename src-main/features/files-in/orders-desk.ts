import type { MoneyImportLookups } from '../../../db/queries/money/import-lookups.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { foldByNumber, orderKeyOf } from '../../../src-shared/files-in/fold-by-number.ts';
import type { RecordNotice } from '../../../src-shared/files-in/import-problem.ts';
import type { OrderFacts } from '../../../src-shared/files-in/money-drafts.ts';
import { orderOfRecord } from '../../../src-shared/files-in/order-of-record.ts';
import { ordersTarget } from '../../../src-shared/files-in/orders-target.ts';
import { moneySettling, open } from './find-draft-customer.ts';
import { settleMoney } from './settle-money.ts';
import type { TargetDesk } from './target-desk.ts';

/** 销售单 with their lines. */
export const ordersDesk: TargetDesk = {
  target: ordersTarget,
  fold: (readings, columnOf, isLeftOut) => foldByNumber(readings, ordersTarget, columnOf, isLeftOut),
  keysOf: ({ values }) => [orderKeyOf(values, ordersTarget)],
  settler: (db, request) => {
    const settling = moneySettling(db, request);
    return (record, situation) => {
      const order = orderOfRecord(record, request.money, settling.lookups.product);
      if (!order.ok) return open('error', order.error);
      const { facts } = order.value;
      const { firstRow } = record;
      const taken = facts.orderNo === null ? [] : settling.lookups.ordersOfNumber(facts.orderNo);
      const notices = new Map<number, readonly RecordNotice[]>(order.value.notices);
      if (facts.issuedOn > request.today) notices.set(firstRow, [...(notices.get(firstRow) ?? []), 'dated_later']);
      const made = {
        facts,
        notices,
        hindrance: (customerId: Id) => hindranceOf(facts, customerId, taken, settling.lookups),
      };
      const finding = settleMoney(record.values, firstRow, made, settling, request, situation);
      // A number of the book cannot be that of a customer who is only being made.
      return finding.result === 'new' && taken.length > 0 ? open('error', 'number_taken') : finding;
    };
  },
};

function hindranceOf(
  { orderNo, issuedOn, amountFen }: OrderFacts,
  customerId: Id,
  taken: ReturnType<MoneyImportLookups['ordersOfNumber']>,
  lookups: MoneyImportLookups,
): 'already_there' | 'number_taken' | null {
  if (orderNo === null) return lookups.hasOrder(customerId, issuedOn, amountFen) ? 'already_there' : null;
  if (taken.length === 0) return null;
  const isSame = taken.some(
    (order) => order.customerId === customerId && order.issuedOn === issuedOn && order.amountFen === amountFen,
  );
  return isSame ? 'already_there' : 'number_taken';
}
