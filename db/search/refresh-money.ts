import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { Sqlite } from '../connection.ts';
import { commandOf, rowsOf, valuesOf } from '../prepared.ts';

/** Customers worked out together: enough to share the cost of a statement, few enough to stay small in memory. */
const chunkSize = 2_000;

const moneyColumns = ['owed_fen', 'prepaid_fen', 'oldest_due_on', 'last_payment_on', 'money_changes_on'] as const;
type MoneyColumn = (typeof moneyColumns)[number];

/** As stored, and beside it, under `now_…`, as the facts say. */
type MoneyRow = { readonly [K in MoneyColumn | `now_${MoneyColumn}`]: string | number | null } & {
  readonly doc: number;
};

/** A fact with this day, ended or voided on that one, counts as of :today (countsOn of src-shared/receivables). */
const counts = (from: string, ended: string) => `${from} <= :today AND (${ended} IS NULL OR ${ended} > :today)`;

const forget = `DELETE FROM open_receivables WHERE customer_id IN (SELECT value FROM json_each(:ids))`;
const dueOn = `coalesce((
    SELECT was_due_on FROM due_day_changes WHERE receivable_id = owed.id AND until_on > :today
    ORDER BY until_on, id LIMIT 1), owed.due_on)`;
const settled = `ifnull((
    SELECT sum(amount_fen) FROM allocations
    WHERE receivable_id = owed.id AND ${counts('effective_on', 'ended_on')}), 0)`;
const openFrom = (from: string) => `
  INSERT INTO open_receivables (receivable_id, customer_id, owner_id, due_on, open_fen, is_disputed)
  SELECT id, customer_id, owner_id, due_on, open_fen, is_disputed FROM (
    SELECT owed.id, owed.customer_id, payer.owner_id, ${dueOn} AS due_on, owed.amount_fen - ${settled} AS open_fen,
      owed.dispute_reason IS NOT NULL AS is_disputed
    FROM ${from}
    WHERE owed.deleted_at IS NULL AND ${counts('owed.issued_on', 'owed.voided_on')}
  ) WHERE open_fen > 0`;
const openOfSome = openFrom(
  `json_each(:ids) AS wanted CROSS JOIN customers AS payer ON payer.id = wanted.value
    CROSS JOIN receivables AS owed ON owed.customer_id = payer.id`,
);

const prepaid = `(
  SELECT sum(amount_fen - ifnull((
      SELECT sum(used.amount_fen) FROM allocations AS used
      WHERE used.source_id = source.id AND ${counts('used.effective_on', 'used.ended_on')}), 0) - ifnull((
      SELECT sum(back.amount_fen) FROM refunds AS back
      WHERE back.source_id = source.id AND back.deleted_at IS NULL AND ${counts('back.on_day', 'back.voided_on')}), 0))
  FROM settlement_sources AS source
  WHERE source.customer_id = l.customer_id AND source.kind <> 'write_off' AND source.deleted_at IS NULL
    AND ${counts('source.on_day', 'source.voided_on')})`;
const lastPayment = `(
  SELECT max(on_day) FROM settlement_sources AS source
  WHERE source.customer_id = l.customer_id AND source.kind = 'payment' AND source.deleted_at IS NULL
    AND ${counts('source.on_day', 'source.voided_on')})`;
const never = "'9999-99-99'";
/** The first day after today among those columns of a table's facts. */
const nextOf = (table: string, days: readonly string[], which: string) => {
  const later = days.map((day) => `iif(${day} > :today, ${day}, ${never})`);
  return `ifnull((
    SELECT min(${later.length === 1 ? later[0] : `min(${later.join(', ')})`}) FROM ${table}
    WHERE customer_id = l.customer_id ${which}), ${never})`;
};
const isOfLiveDebt =
  'EXISTS (SELECT 1 FROM receivables AS owed WHERE owed.id = receivable_id AND owed.deleted_at IS NULL)';
/** All that begins or ends by itself on a day of its own. */
const datedFacts: readonly (readonly [table: string, days: readonly string[], which: string])[] = [
  ['receivables', ['issued_on', 'voided_on'], 'AND deleted_at IS NULL'],
  ['settlement_sources', ['on_day', 'voided_on'], 'AND deleted_at IS NULL'],
  ['allocations', ['effective_on', 'ended_on'], ''],
  ['refunds', ['on_day', 'voided_on'], 'AND deleted_at IS NULL'],
  ['due_day_changes', ['until_on'], `AND ${isOfLiveDebt}`],
];
const nextChange = `nullif(min(
    ${datedFacts.map(([table, days, which]) => nextOf(table, days, which)).join(',\n    ')}), ${never})`;

const moneyOfSome = `
  SELECT l.doc, ${moneyColumns.map((column) => `l.${column}`).join(', ')},
    (SELECT sum(open_fen) FROM open_receivables AS owed WHERE owed.customer_id = l.customer_id) AS now_owed_fen,
    (SELECT min(due_on) FROM open_receivables AS owed WHERE owed.customer_id = l.customer_id) AS now_oldest_due_on,
    nullif(${prepaid}, 0) AS now_prepaid_fen, ${lastPayment} AS now_last_payment_on,
    ${nextChange} AS now_money_changes_on
  FROM json_each(:ids) AS wanted CROSS JOIN customer_list AS l ON l.customer_id = wanted.value`;

/**
 * What lists say of the money of these customers, as of today: the same as balances.ts says of their ledgers. In SQL
 * because an import of 100,000 debts would read three times as many rows into memory only to add them up. Customers in
 * the bin keep theirs: totals count them (domain §12).
 */
export function refreshMoney(sqlite: Sqlite, ids: readonly string[], today: CalendarDate): void {
  for (let done = 0; done < ids.length; done += chunkSize) {
    const wanted = { ids: JSON.stringify(ids.slice(done, done + chunkSize)), today };
    commandOf(sqlite, forget).run({ ids: wanted.ids });
    commandOf(sqlite, openOfSome).run(wanted);
    for (const row of rowsOf<MoneyRow>(sqlite, moneyOfSome).all(wanted)) writeMoney(sqlite, row);
  }
}

/** Writes what differs: SQLite then leaves the other indexes alone. */
function writeMoney(sqlite: Sqlite, row: MoneyRow): void {
  const changed = moneyColumns.filter((column) => row[column] !== row[`now_${column}`]);
  if (changed.length === 0) return;
  const sets = changed.map((column) => `${column} = ?`).join(', ');
  commandOf(sqlite, `UPDATE customer_list SET ${sets} WHERE doc = ?`).run(
    ...changed.map((column) => row[`now_${column}`]),
    row.doc,
  );
}

const withMoney = `
  SELECT customer_id FROM receivables UNION SELECT customer_id FROM settlement_sources
  UNION SELECT customer_id FROM customer_list
    WHERE owed_fen IS NOT NULL OR prepaid_fen IS NOT NULL OR money_changes_on IS NOT NULL`;

/** Of everybody: the book moved to another zone, where today may be another day. */
export function refreshAllMoney(sqlite: Sqlite, today: CalendarDate): void {
  refreshMoney(sqlite, valuesOf<string>(sqlite, withMoney).all(), today);
}

const keptOfLaterDay = `
  SELECT later.customer_id FROM (
    SELECT customer_id, min(day) AS changes_on FROM (
      ${datedFacts
        .flatMap(([table, days, which]) =>
          days.map((day) => `SELECT customer_id, ${day} AS day FROM ${table} WHERE ${day} > :today ${which}`),
        )
        .join(' UNION ALL\n      ')})
    GROUP BY customer_id) AS later
  JOIN customer_list AS l ON l.customer_id = later.customer_id
  WHERE l.money_changes_on IS NOT later.changes_on`;

/**
 * Whose money is kept as of a day after `today`: what begins or ends only after today counts already. The clock of the PC
 * was ahead and was set right. Reads every fact, for a thread.
 */
export function moneyOfLaterDay(sqlite: Sqlite, today: CalendarDate): readonly Id[] {
  return valuesOf<Id>(sqlite, keptOfLaterDay).all({ today });
}
