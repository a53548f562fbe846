import { addDays, type CalendarDate, dayNumber } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { instantAt } from '../../../src-shared/core/instant.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { type AgingBucket, agingBuckets, bucketOf } from '../../../src-shared/receivables/balances.ts';
import type { AgingTotals } from '../../../src-shared/receivables/receivable-views.ts';
import type { ReadDb } from '../../connection.ts';
import type { BookDay } from '../customer-filter.ts';
import { billSums, type FactsAsOf, lateCounts, openTuples, prepaidParts, type SumTuple } from './aging-facts.ts';
import { agingGroups } from './aging-groups.ts';
import { agingOrders } from './aging-orders.ts';
import { type AgingScope, customersInScope } from './aging-scope.ts';
import { type AgedCustomer, AgingSums, type AgingTable } from './aging-table.ts';

export interface AgingOrder extends BookDay, AgingScope {
  readonly asOf: CalendarDate;
  /** Only customers with something in one of these; undefined: all. */
  readonly buckets: readonly AgingBucket[] | undefined;
  readonly onlyOverdue: boolean;
  /** Also those with nothing open but prepayment. */
  readonly withPrepaid: boolean;
}

/** Asked at every few thousand facts: true stops the work. */
export type IsStopped = () => boolean;

/**
 * 账龄 of all customers of a scope as of any day (domain §1), from the facts alone. Null: it was stopped.
 * Adds up what agingOn, balanceOn and prepayments say of one ledger; a law test holds them together.
 */
export function agingTable(db: ReadDb, order: AgingOrder, isStopped: IsStopped = () => false): AgingTable | null {
  // One read transaction: a payment saved in between would be in one sum and missing from the other.
  return db.sqlite.transaction(() => workOut(db, order, isStopped))();
}

function workOut(db: ReadDb, order: AgingOrder, isStopped: IsStopped): AgingTable | null {
  const customers = customersInScope(db, order);
  const placeOf = new Map(customers.map(({ id }, place) => [id, place]));
  const sums = new AgingSums(customers.length);
  if (!addOpen(db, order, placeOf, sums, isStopped)) return null;
  const add = (column: Float64Array | Int32Array, rows: readonly SumTuple[], sign = 1) => {
    for (const [id, sum] of rows) {
      const place = placeOf.get(id);
      if (place !== undefined) column[place] = (column[place] ?? 0) + sign * sum;
    }
  };
  for (const [sign, rows] of prepaidParts(db, order)) add(sums.prepaid, rows, sign);
  if (isStopped()) return null;
  add(sums.bills, billSums(db, order));
  if (order.asOf < order.today) add(sums.entered, lateCounts(db, order, endOf(order)));
  if (isStopped()) return null;
  const listed = Int32Array.from(customers.keys()).filter((place) => isListed(sums, place, order));
  return tableOf(order.asOf, customers, sums, listed);
}

/** The first moment of the next day in the book's zone. */
function endOf({ asOf, timeZone }: AgingOrder) {
  return instantAt(addDays(asOf, 1), '00:00', timeZone);
}

const factsPerLook = 4_096;

/** False: it was stopped. */
function addOpen(
  db: ReadDb,
  order: FactsAsOf,
  placeOf: ReadonlyMap<Id, number>,
  sums: AgingSums,
  isStopped: IsStopped,
): boolean {
  const pastDue = daysPastDueOn(order.asOf);
  let read = 0;
  for (const [customerId, dueOn, openFen] of openTuples(db, order)) {
    read += 1;
    if (read % factsPerLook === 0 && isStopped()) return false;
    const place = placeOf.get(customerId);
    if (place === undefined) continue;
    const days = pastDue(dueOn);
    const column = sums.buckets[bucketOf(days)];
    column[place] = (column[place] ?? 0) + openFen;
    if (days <= 0) continue;
    sums.urgency[place] = (sums.urgency[place] ?? 0) + openFen * days;
    sums.overdueCount[place] = (sums.overdueCount[place] ?? 0) + 1;
    if (days > (sums.overdueDays[place] ?? 0)) sums.overdueDays[place] = days;
  }
  return true;
}

/** daysBetween, remembered: a million receivables fall due on a few thousand days. */
function daysPastDueOn(asOf: CalendarDate): (dueOn: CalendarDate) => number {
  const day = dayNumber(asOf);
  const known = new Map<CalendarDate, number>();
  return (dueOn) => {
    let days = known.get(dueOn);
    if (days === undefined) {
      days = day - dayNumber(dueOn);
      known.set(dueOn, days);
    }
    return days;
  };
}

function isListed(sums: AgingSums, place: number, { buckets, onlyOverdue, withPrepaid }: AgingOrder): boolean {
  const isOpen = sums.openOf(place) > 0;
  if (!isOpen && !(withPrepaid && sums.prepaid[place] !== 0)) return false;
  if (onlyOverdue && sums.overdueOf(place) === 0) return false;
  return !buckets || buckets.some((bucket) => (sums.buckets[bucket][place] ?? 0) > 0);
}

function tableOf(
  asOf: CalendarDate,
  customers: readonly AgedCustomer[],
  sums: AgingSums,
  listed: Int32Array,
): AgingTable {
  const cut = (column: Float64Array) => Float64Array.from(listed, (place) => column[place] ?? 0);
  const { not_due, d1_30, d31_60, d61_90, over_90 } = sums.buckets;
  return {
    asOf,
    rowCount: listed.length,
    docs: Int32Array.from(listed, (place) => customers[place]?.doc ?? 0),
    buckets: {
      not_due: cut(not_due),
      d1_30: cut(d1_30),
      d31_60: cut(d31_60),
      d61_90: cut(d61_90),
      over_90: cut(over_90),
    },
    prepaid: cut(sums.prepaid),
    overdueDays: Int32Array.from(listed, (place) => sums.overdueDays[place] ?? 0),
    orders: agingOrders(customers, sums, listed),
    totals: totalsOf(asOf, sums, listed),
    groups: agingGroups(customers, sums, listed),
  };
}

/** Figures of the rows; bills and late entries of the whole scope, for they have no row of their own. */
function totalsOf(asOf: CalendarDate, sums: AgingSums, listed: Int32Array): AgingTotals {
  const total = (figure: (place: number) => number) => listed.reduce((sum, place) => sum + figure(place), 0);
  const ofBucket = (bucket: AgingBucket) => fen(total((place) => sums.buckets[bucket][place] ?? 0));
  const having = (bucket: AgingBucket) => total((place) => Number((sums.buckets[bucket][place] ?? 0) > 0));
  return {
    asOf,
    aging: perBucket(ofBucket),
    customers: perBucket(having),
    openFen: fen(total((place) => sums.openOf(place))),
    overdueFen: fen(total((place) => sums.overdueOf(place))),
    overdueCount: total((place) => sums.overdueCount[place] ?? 0),
    prepaidFen: fen(total((place) => sums.prepaid[place] ?? 0)),
    billsNotDueFen: fen(sums.bills.reduce((sum, bills) => sum + bills, 0)),
    rowCount: listed.length,
    enteredLate: sums.entered.reduce((sum, entered) => sum + entered, 0),
  };
}

function perBucket<T>(figure: (bucket: AgingBucket) => T): Record<AgingBucket, T> {
  const [not_due, d1_30, d31_60, d61_90, over_90] = agingBuckets;
  return {
    not_due: figure(not_due),
    d1_30: figure(d1_30),
    d31_60: figure(d31_60),
    d61_90: figure(d61_90),
    over_90: figure(over_90),
  };
}
