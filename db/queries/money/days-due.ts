import type { DayDue } from '../../../src-shared/calendar/calendar-item.ts';
import type { CalendarSpan } from '../../../src-shared/calendar/calendar-span.ts';
import type { WantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf, tuplesOf } from '../../prepared.ts';
import { listedCustomers } from './listed-customers.ts';
import { boundOwners, isOfOwners } from './of-owners.ts';

const namesShown = 3;
/** With more customers than this on a day three names say little, and finding them would mean to sort them all. */
const customersNamed = 50;

/** In the order of the index: nothing is sorted, and no table is read beside it. */
const openBetween = (ofOwners: boolean) => `
  FROM open_receivables AS open INDEXED BY open_receivables_due
  WHERE open.due_on >= :from AND open.due_on <= :to ${ofOwners ? `AND ${isOfOwners}` : ''}`;
const daysSql = (ofOwners: boolean) => `
  SELECT open.due_on AS "on", count(*) AS receivables, count(DISTINCT open.customer_id) AS customers,
    sum(open.open_fen) AS openFen
  ${openBetween(ofOwners)} GROUP BY open.due_on`;
const customersSql = (ofOwners: boolean) => `
  SELECT open.customer_id, sum(open.open_fen) ${openBetween(ofOwners)} GROUP BY open.due_on, open.customer_id`;

type DayRecord = Omit<DayDue, 'openFen' | 'customerNames'> & { readonly on: CalendarDate; readonly openFen: number };
type Tuple = readonly [customerId: Id, openFen: number];

/** What is open today and falls due, day by day; days with nothing are left out. `owners` undefined: everybody's. */
export function daysDue(
  db: ReadDb,
  { from, to }: CalendarSpan,
  owners: WantedPersons,
): readonly (DayDue & { readonly on: CalendarDate })[] {
  const bound = { from, to, ...boundOwners(owners) };
  const ofOwners = owners !== undefined;
  const onDay = tuplesOf<Tuple>(db.sqlite, customersSql(ofOwners));
  const days = rowsOf<DayRecord>(db.sqlite, daysSql(ofOwners))
    .all(bound)
    .map((day) => {
      const most = day.customers > customersNamed ? [] : mostOpen(onDay.all({ ...bound, from: day.on, to: day.on }));
      return { ...day, openFen: fen(day.openFen), most };
    });
  const names = listedCustomers(
    db,
    days.flatMap(({ most }) => most),
  );
  return days.map(({ most, ...day }) => ({
    ...day,
    customerNames: most.flatMap((id) => names.get(id)?.customerName ?? []),
  }));
}

function mostOpen(customers: readonly Tuple[]): readonly Id[] {
  return customers
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, namesShown)
    .map(([customerId]) => customerId);
}
