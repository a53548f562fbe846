import type { Id } from '../core/id.ts';
import type { Reach } from '../users/rights.ts';
import { isMoneyWarning, warningCodes } from '../warnings/warning-mark.ts';
import type { CustomerRow } from './customer.ts';
import type { CustomerListQuery } from './customer-list.ts';

/** Whose money a reader of customers sees; `reach` null: nobody's. */
export interface MoneyReader {
  readonly reach: Reach | null;
  readonly userId: Id;
}

/**
 * A list that is filtered or sorted by money shows no others than those whose money the reader may see: a place in the
 * order would tell what the column hides. Without the right to read money it is not filtered or sorted by it at all.
 */
export function viewWithinMoneyReach(view: CustomerListQuery, { reach, userId }: MoneyReader): CustomerListQuery {
  const { owes, overdueMoney, warned, ...rest } = view.filter;
  const isWarnedByMoney = warned === true || warned?.some(isMoneyWarning) === true;
  const isSortedByMoney = view.sort?.key === 'owed' || view.sort?.key === 'overdueDays';
  const isByMoney = owes === true || overdueMoney === true || isWarnedByMoney || isSortedByMoney;
  if (!isByMoney || reach === 'all') return view;
  if (reach === null) {
    const codes = (warned === true ? warningCodes : warned)?.filter((code) => !isMoneyWarning(code));
    const filter = codes && codes.length > 0 ? { ...rest, warned: codes } : rest;
    return { ...view, filter, sort: isSortedByMoney ? null : view.sort };
  }
  const own = [userId, 'none'];
  const wanted = view.filter.ownerIds ?? [];
  const ownerIds = wanted.length === 0 ? own : own.filter((owner) => wanted.includes(owner));
  // Only others' were asked for: an owner that nobody has, for an empty list would ask for everybody.
  return { ...view, filter: { ...view.filter, ownerIds: ownerIds.length === 0 ? [nobodyId] : ownerIds } };
}
const nobodyId = '00000000-0000-7000-8000-000000000000';

/** Whether the money of a customer with that owner, null being nobody, is the reader's to see. */
export function mayReadMoneyOf({ reach, userId }: MoneyReader, ownerId: Id | null): boolean {
  return reach === 'all' || (reach === 'own' && (ownerId === null || ownerId === userId));
}

/** The row with its money, if that is the reader's to see. */
export function rowWithinMoneyReach(row: CustomerRow, reader: MoneyReader): CustomerRow {
  if (mayReadMoneyOf(reader, row.ownerId)) return row;
  return { ...row, owedFen: null, prepaidFen: null, oldestDueOn: null, lastPaymentOn: null };
}
