import { addDays, type CalendarDate, daysBetween } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { DueCustomer } from '../../src-shared/visits/visit-entry.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf, valuesOf } from '../prepared.ts';
import { toVisited, type VisitedRow, visitedColumns } from './visited-customer.ts';

export interface DueSpan {
  readonly today: CalendarDate;
  /** Due on or before this day. */
  readonly upTo: CalendarDate;
  /** Whose customers, null in the list: nobody's. Absent: everybody's. */
  readonly owners?: readonly (Id | null)[];
}

/**
 * Customers due by cadence with nothing planned, worst first: (today − due) ÷ cadence, then tier, name, id (domain §6).
 * An index holds those of one owner and one cadence in that order: the heads of these groups are compared, and only the
 * rows of the worst are read, however many are due on one day.
 */
export function dueCustomers(db: ReadDb, span: DueSpan, limit: number): readonly DueCustomer[] {
  const groups = dueGroups(db, span.owners);
  const least = leastLateness(db, groups, span, limit);
  if (!least) return [];
  const daysLate = daysLateOn(span.today);
  const worst = groups
    .flatMap((group) => {
      const upTo = lastDayAsLate(least, group.cadenceDays, span);
      return rowsOf<DueEntry>(db.sqlite, entriesOfGroup).all({ ...group, upTo, limit });
    })
    .sort((a, b) => inOrderOfService(a, b, daysLate))
    .slice(0, limit);
  const visited = visitedOf(db, worst);
  return worst.flatMap(({ customerId, dueOn, cadenceDays }) => {
    const customer = visited.get(customerId);
    return customer ? [{ ...toVisited(customer), dueOn, cadenceDays }] : [];
  });
}

const visitedSql = `SELECT ${visitedColumns} FROM json_each(?) AS wanted
  CROSS JOIN customer_list l ON l.customer_id = wanted.value CROSS JOIN customers c ON c.id = l.customer_id`;

function visitedOf(db: ReadDb, entries: readonly DueEntry[]): ReadonlyMap<Id, VisitedRow> {
  const ids = JSON.stringify(entries.map(({ customerId }) => customerId));
  return new Map(
    rowsOf<VisitedRow>(db.sqlite, visitedSql)
      .all(ids)
      .map((row) => [row.customerId, row]),
  );
}

/** How many there are. */
export function countDueCustomers(db: ReadDb, { upTo, owners }: DueSpan): number {
  if (!owners) return valuesOf<number>(db.sqlite, countAll).get(upTo) ?? 0;
  const count = ({ ownerId, cadenceDays }: DueGroup) =>
    valuesOf<number>(db.sqlite, countOfGroup).get(ownerId, cadenceDays, upTo) ?? 0;
  return dueGroups(db, owners).reduce((sum, group) => sum + count(group), 0);
}

type DueGroup = { readonly ownerId: Id | null; readonly cadenceDays: number };

/** What the index alone says of a customer. */
interface DueEntry {
  readonly customerId: Id;
  readonly dueOn: CalendarDate;
  readonly cadenceDays: number;
  /** Behind all others without a tier. */
  readonly tierPosition: number;
  readonly nameKey: string;
}

/** What customer_list_due holds: asked for by name, because a plan that sorts everybody would go unnoticed. */
const due = 'customer_list AS l INDEXED BY customer_list_due';
const waiting = 'l.is_live = 1 AND l.next_visit_on IS NULL';

const nextCadence = `SELECT min(l.cadence_days) FROM ${due} WHERE ${waiting} AND l.owner_id IS ? AND l.cadence_days > ?`;

/** Every owner and cadence that anybody waits with; the index is asked once for each, not read through. */
function dueGroups(db: ReadDb, owners: DueSpan['owners']): readonly DueGroup[] {
  const everybody = () => [null, ...valuesOf<Id>(db.sqlite, 'SELECT id FROM users').all()];
  return [...new Set(owners ?? everybody())].flatMap((ownerId) => {
    const groups: DueGroup[] = [];
    const after = (days: number) => valuesOf<number | null>(db.sqlite, nextCadence).get(ownerId, days) ?? null;
    for (let cadenceDays = after(0); cadenceDays !== null; cadenceDays = after(cadenceDays)) {
      groups.push({ ownerId, cadenceDays });
    }
    return groups;
  });
}

const headOfGroup = `SELECT l.due_on FROM ${due}
  WHERE ${waiting} AND l.owner_id IS ? AND l.cadence_days = ? AND l.due_on <= ? ORDER BY l.due_on LIMIT ? OFFSET ?`;
/** Most groups give a few of the worst: their days are read so many at a time. */
const readAhead = 32;
const countOfGroup = `SELECT count(*) FROM ${due}
  WHERE ${waiting} AND l.owner_id IS ? AND l.cadence_days = ? AND l.due_on <= ?`;
const countAll = `SELECT count(*) FROM customer_list INDEXED BY customer_list_due_on
  WHERE is_live = 1 AND due_on <= ? AND next_visit_on IS NULL`;

/** Days late ÷ cadence, kept as it is: a fraction would make equals differ. */
interface Lateness {
  readonly days: number;
  readonly cadenceDays: number;
}

/** How late the last of the `limit` worst is; null: nobody is due. */
function leastLateness(db: ReadDb, groups: readonly DueGroup[], span: DueSpan, limit: number): Lateness | null {
  const heads = groups.map((group) => ({
    cadenceDays: group.cadenceDays,
    dueAt: dueDaysOf(db, group, span),
    taken: 0,
  }));
  const daysLate = daysLateOn(span.today);
  let least: Lateness | null = null;
  for (let found = 0; found < limit; found += 1) {
    let worst: { readonly head: (typeof heads)[number]; readonly lateness: Lateness } | null = null;
    for (const head of heads) {
      const dueOn = head.dueAt(head.taken);
      if (dueOn === undefined) continue;
      const lateness = { days: daysLate(dueOn), cadenceDays: head.cadenceDays };
      if (worst === null || laterFirst(lateness, worst.lateness) < 0) worst = { head, lateness };
    }
    if (!worst) break;
    worst.head.taken += 1;
    least = worst.lateness;
  }
  return least;
}

/** The due days of a group in order, by place; undefined behind the last. */
function dueDaysOf(
  db: ReadDb,
  { ownerId, cadenceDays }: DueGroup,
  { upTo }: DueSpan,
): (place: number) => CalendarDate | undefined {
  const known: CalendarDate[] = [];
  let isEnd = false;
  return (place) => {
    while (place >= known.length && !isEnd) {
      const next = valuesOf<CalendarDate>(db.sqlite, headOfGroup).all(
        ownerId,
        cadenceDays,
        upTo,
        readAhead,
        known.length,
      );
      known.push(...next);
      isEnd = next.length < readAhead;
    }
    return known[place];
  };
}

/** daysBetween, remembered: the same few hundred days are asked for thousands of times. */
function daysLateOn(today: CalendarDate): (dueOn: CalendarDate) => number {
  const known = new Map<CalendarDate, number>();
  return (dueOn) => {
    let days = known.get(dueOn);
    if (days === undefined) {
      days = daysBetween(dueOn, today);
      known.set(dueOn, days);
    }
    return days;
  };
}

function laterFirst(a: Lateness, b: Lateness): number {
  return b.days * a.cadenceDays - a.days * b.cadenceDays;
}

/** Who of a group is at least so late was due by this day; tier and name decide between those equally late. */
function lastDayAsLate(least: Lateness, cadenceDays: number, { today, upTo }: DueSpan): CalendarDate {
  const day = addDays(today, -Math.ceil((least.days * cadenceDays) / least.cadenceDays));
  return day < upTo ? day : upTo;
}

/** The expression is that of the index, or it would be worked out from the rows. Exported for the test of its plan. */
export const entriesOfGroup = `SELECT l.customer_id AS customerId, l.due_on AS dueOn, l.cadence_days AS cadenceDays,
    ifnull(l.tier_position, 1000000) AS tierPosition, l.name_key AS nameKey
  FROM ${due}
  WHERE ${waiting} AND l.owner_id IS :ownerId AND l.cadence_days = :cadenceDays AND l.due_on <= :upTo
  ORDER BY l.due_on, ifnull(l.tier_position, 1000000), l.name_key, l.customer_id LIMIT :limit`;

function inOrderOfService(a: DueEntry, b: DueEntry, daysLate: (dueOn: CalendarDate) => number): number {
  const lateness = ({ dueOn, cadenceDays }: DueEntry): Lateness => ({ days: daysLate(dueOn), cadenceDays });
  return (
    laterFirst(lateness(a), lateness(b)) ||
    a.tierPosition - b.tierPosition ||
    compare(a.nameKey, b.nameKey) ||
    compare(a.customerId, b.customerId)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
