import type { WantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import type { ReadDb } from '../../connection.ts';
import { tuplesOf, valuesOf } from '../../prepared.ts';

/** A live customer with something past due today. */
export interface OverdueCustomer {
  readonly customerId: Id;
  readonly overdueFen: Fen;
  /** Σ of fen × days past due. */
  readonly urgency: number;
  /** The oldest due day. */
  readonly dueOn: CalendarDate;
  readonly receivables: number;
}

export interface OverdueCustomers {
  /** The most urgent, or who owes most, first. */
  readonly worst: readonly OverdueCustomer[];
  /** Of all, not only of the worst. */
  readonly total: number;
  readonly overdueFen: Fen;
  readonly receivables: number;
}

export interface OverdueOrder {
  /** open_receivables must be as of this day. */
  readonly today: CalendarDate;
  /** Null in the list: nobody's customers. Undefined: everybody's. */
  readonly owners: WantedPersons;
  /** What the worst have most of. */
  readonly by: 'urgency' | 'amount';
  readonly limit: number;
}

// Grouped in the order of the index, so that nothing is sorted; who is binned has nothing open.
const overdueSql = (ofOwners: boolean) => `
  SELECT open.customer_id, sum(open.open_fen),
    sum(open.open_fen * CAST(julianday(:today) - julianday(open.due_on) AS INTEGER)), min(open.due_on), count(*)
  FROM open_receivables AS open INDEXED BY open_receivables_customer
  WHERE open.due_on < :today ${ofOwners ? `AND open.customer_id IN (${ofOwnersSql})` : ''}
  GROUP BY open.customer_id`;
const ofOwnersSql = `SELECT customer.id FROM json_each(:owners) AS wanted
  CROSS JOIN customers AS customer ON customer.owner_id IS wanted.value`;

type Tuple = readonly [customerId: Id, overdueFen: number, urgency: number, dueOn: CalendarDate, receivables: number];

/** Who is past due, most money × days, or most money, first (催款). Reads every receivable that is past due: see areFewOverdue. */
export function overdueCustomers({ sqlite }: ReadDb, { today, owners, by, limit }: OverdueOrder): OverdueCustomers {
  const sql = overdueSql(owners !== undefined);
  const all = tuplesOf<Tuple>(sqlite, sql).all({ today, owners: JSON.stringify(owners ?? []) });
  const most = by === 'amount' ? 1 : 2;
  const worst = [...all]
    .sort((a, b) => b[most] - a[most] || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit)
    .map(([customerId, overdueFen, urgency, dueOn, receivables]) => ({
      customerId,
      overdueFen: fen(overdueFen),
      urgency,
      dueOn,
      receivables,
    }));
  return {
    worst,
    total: all.length,
    overdueFen: fen(all.reduce((sum, [, overdueFen]) => sum + overdueFen, 0)),
    receivables: all.reduce((sum, tuple) => sum + tuple[4], 0),
  };
}

/** So few that overdueCustomers takes no more than some milliseconds. */
const few = 4_000;
const countSql = `
  SELECT count(*) FROM (SELECT 1 FROM open_receivables INDEXED BY open_receivables_due WHERE due_on < ? LIMIT ?)`;

export function areFewOverdue({ sqlite }: ReadDb, today: CalendarDate): boolean {
  return (valuesOf<number>(sqlite, countSql).get(today, few + 1) ?? 0) <= few;
}
