import { addDays, type CalendarDate, dayNumber, daysBetween } from '../../src-shared/core/calendar-date.ts';
import { dayNumberReader } from '../../src-shared/core/day-reader.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import { type Fen, fen } from '../../src-shared/core/money.ts';
import type { WarningInput } from '../../src-shared/warnings/warnings.ts';
import type { Sqlite } from '../connection.ts';
import { rowsOf, tuplesOf } from '../prepared.ts';

/** What of a live customer warns, and where it stands among the warned. */
export interface WarningFacts {
  readonly input: WarningInput;
  /** Of a key tier, or pinned: shown before all others (domain §7). */
  readonly isFirst: boolean;
  readonly ownerId: Id | null;
}

interface CustomerRow {
  readonly id: Id;
  readonly quietSince: Instant;
  readonly cadenceDays: number;
  readonly ownerId: Id | null;
  readonly isFirst: 0 | 1;
  readonly isSeasonal: 0 | 1;
  readonly owedFen: number | null;
  readonly creditLimitFen: number | null;
}

const customersSql = `
  SELECT l.customer_id AS id, l.quiet_since AS quietSince, l.cadence_days AS cadenceDays, l.owner_id AS ownerId,
    (customer.tier_pinned_reason IS NOT NULL OR ifnull(tier.is_key, 0)) AS isFirst, l.owed_fen AS owedFen,
    ifnull((SELECT max(is_seasonal) FROM customer_assessments AS judged
      WHERE judged.customer_id = l.customer_id AND judged.deleted_at IS NULL), 0) AS isSeasonal,
    (SELECT credit_limit_fen FROM terms_decisions AS decided WHERE decided.customer_id = l.customer_id
      ORDER BY decided_on DESC, id DESC LIMIT 1) AS creditLimitFen
  FROM json_each(:ids) AS wanted CROSS JOIN customer_list AS l ON l.customer_id = wanted.value AND l.is_live = 1
  CROSS JOIN customers AS customer ON customer.id = l.customer_id
  LEFT JOIN tiers AS tier ON tier.id = customer.tier_id`;

/** Further back no rule asks for an amount: a seasonal customer's 90 days of the year before. */
const daysOfAmounts = 500;
type SaleTuple = readonly [customerId: Id, day: number, orderId: Id, amountFen: number];
type ReturnTuple = readonly [customerId: Id, on: CalendarDate, amountFen: number];

const salesSql = `
  SELECT listed.customer_id, sale.issued_day, sale.order_id, iif(sale.issued_day > :sinceDay, sale.sales_fen, 0)
  FROM json_each(:ids) AS wanted
  CROSS JOIN customer_list AS listed ON listed.customer_id = wanted.value
  CROSS JOIN order_sums AS sale ON sale.doc = listed.doc
  WHERE sale.issued_day <= :todayDay AND (sale.voided_day IS NULL OR sale.voided_day > :todayDay)`;
/* Returns are few in any book. */
const returnsSql = `
  SELECT source.customer_id, source.on_day, -source.amount_fen
  FROM json_each(:ids) AS wanted CROSS JOIN settlement_sources AS source ON source.customer_id = wanted.value
  WHERE source.kind = 'return' AND source.on_day > :since AND source.on_day <= :today
    AND (source.voided_on IS NULL OR source.voided_on > :today) AND source.deleted_at IS NULL`;

type OverdueTuple = readonly [customerId: Id, receivableId: Id, dueOn: CalendarDate];

const overdueSql = `
  SELECT owed.customer_id, owed.receivable_id, owed.due_on
  FROM json_each(:ids) AS wanted CROSS JOIN open_receivables AS owed ON owed.customer_id = wanted.value
  WHERE owed.due_on < :today`;

/**
 * Of these customers those that live, as of today: contact and money as customer_list keeps them, sales from the orders.
 * Some hundreds at a time cost least.
 */
export function warningFacts(
  sqlite: Sqlite,
  ids: readonly Id[],
  today: CalendarDate,
  dayOf: (instant: Instant) => CalendarDate,
): readonly WarningFacts[] {
  const wanted = { ids: JSON.stringify(ids) };
  const sales = salesOf(sqlite, wanted.ids, today);
  const overdue = Map.groupBy(tuplesOf<OverdueTuple>(sqlite, overdueSql).all({ ...wanted, today }), ([id]) => id);
  return rowsOf<CustomerRow>(sqlite, customersSql)
    .all(wanted)
    .map(({ id, ownerId, isFirst, ...row }) => ({
      ownerId,
      isFirst: isFirst === 1,
      input: {
        customerId: id,
        quietSince: dayOf(row.quietSince),
        cadenceDays: row.cadenceDays,
        sales: sales.get(id) ?? [],
        isSeasonal: row.isSeasonal === 1,
        openFen: fen(row.owedFen ?? 0),
        overdue: (overdue.get(id) ?? []).map(([, receivableId, dueOn]) => ({
          receivableId,
          daysPastDue: daysBetween(dueOn, today),
        })),
        creditLimitFen: row.creditLimitFen === null ? null : fen(row.creditLimitFen),
      },
    }));
}

/** Kept: some hundreds of customers are asked for at a time, and their orders lie on the same days. */
const dayAt = dayNumberReader();

/** Days of orders of all time, amounts and returns as far back as a rule asks for them. */
function salesOf(sqlite: Sqlite, ids: string, today: CalendarDate): ReadonlyMap<Id, WarningInput['sales']> {
  const since = addDays(today, -daysOfAmounts);
  const sales = new Map<Id, { on: CalendarDate; amountFen: Fen; orderId: Id | null }[]>();
  const add = (customerId: Id, on: CalendarDate, amountFen: number, orderId: Id | null) => {
    const sale = { on, amountFen: fen(amountFen), orderId };
    const known = sales.get(customerId);
    if (known) known.push(sale);
    else sales.set(customerId, [sale]);
  };
  const days = { todayDay: dayNumber(today), sinceDay: dayNumber(since) };
  for (const [id, day, orderId, amountFen] of tuplesOf<SaleTuple>(sqlite, salesSql).all({ ids, ...days })) {
    add(id, dayAt(day), amountFen, orderId);
  }
  for (const [id, on, amountFen] of tuplesOf<ReturnTuple>(sqlite, returnsSql).all({ ids, today, since })) {
    add(id, on, amountFen, null);
  }
  return sales;
}
