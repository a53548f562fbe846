import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import { warningWeight } from '../../src-shared/warnings/warning-weight.ts';
import { type IsHoliday, isSilent, type Warning, warningsOf } from '../../src-shared/warnings/warnings.ts';
import type { Sqlite } from '../connection.ts';
import { commandOf, tuplesOf, valuesOf } from '../prepared.ts';
import { type WarningFacts, warningFacts } from '../queries/warning-facts.ts';
import { workCalendarOf } from '../queries/work-calendar.ts';
import { datesBook } from './dates-book.ts';
import { countWarnings } from './warned-counts.ts';

/** Customers worked out together. */
const chunkSize = 500;
/** Above every weight. */
const firstBefore = 1_000;

type StoredRow = readonly [customerId: string, code: string, ownerId: string | null, rank: number];

/** A live customer with all that warns of it, put off or not. */
export interface CustomerWarnings extends WarningFacts {
  readonly warnings: readonly Warning[];
}

/** The warnings of these customers as of today, from what the book says of them. */
export function warningsFromFacts(
  sqlite: Sqlite,
  ids: readonly string[],
  today: CalendarDate,
): readonly CustomerWarnings[] {
  const isHoliday = holidaysOf(sqlite);
  return warningFacts(sqlite, ids, today, datesBook(sqlite).dayOf).map((facts) => ({
    ...facts,
    warnings: warningsOf(facts.input, today, isHoliday),
  }));
}

function holidaysOf(sqlite: Sqlite): IsHoliday {
  const calendar = workCalendarOf({ sqlite });
  const known = new Map<CalendarDate, boolean>();
  return (day) => {
    let isHoliday = known.get(day);
    if (isHoliday === undefined) {
      isHoliday = calendar.kindOf(day) === 'holiday';
      known.set(day, isHoliday);
    }
    return isHoliday;
  };
}

const marksSql = `
  SELECT DISTINCT mark.customer_id || ' ' || mark.code
  FROM json_each(:ids) AS wanted CROSS JOIN warning_marks AS mark ON mark.customer_id = wanted.value
  WHERE mark.until_on >= :today AND mark.deleted_at IS NULL`;
const storedSql = `
  SELECT stored.customer_id, stored.code, stored.owner_id, stored.rank
  FROM json_each(?) AS wanted CROSS JOIN customer_warnings AS stored ON stored.customer_id = wanted.value`;
const putSql = `
  INSERT INTO customer_warnings (customer_id, code, owner_id, rank) VALUES (?, ?, ?, ?)
  ON CONFLICT (customer_id, code) DO UPDATE SET owner_id = excluded.owner_id, rank = excluded.rank`;
const takeSql = 'DELETE FROM customer_warnings WHERE customer_id = ? AND code = ?';

/** Keeps which warnings of these customers are on as of today. */
export function refreshWarnings(sqlite: Sqlite, ids: readonly string[], today: CalendarDate): void {
  for (const chunk of chunksOf(ids)) {
    const { before, after, added, gone } = differences(sqlite, chunk, today);
    if (added.length + gone.length > 0) countWarnings(sqlite, before, after);
    for (const [customerId, code] of gone) commandOf(sqlite, takeSql).run(customerId, code);
    for (const row of added) commandOf(sqlite, putSql).run(...row);
  }
}

const silenceSql = `
  SELECT l.customer_id, l.quiet_since, l.cadence_days, EXISTS (
    SELECT 1 FROM customer_warnings AS stored WHERE stored.customer_id = l.customer_id AND stored.code = 'silent')
  FROM json_each(?) AS wanted CROSS JOIN customer_list AS l ON l.customer_id = wanted.value AND l.is_live = 1`;

type SilenceTuple = readonly [customerId: string, quietSince: Instant, cadenceDays: number, wasSilent: 0 | 1];

/**
 * As refreshWarnings, of customers of whom nothing but a talk or a visit was written: it can only begin or end their
 * silence. Most of a day's saves end here, without a look at orders and money.
 */
export function refreshSilence(sqlite: Sqlite, ids: readonly string[], today: CalendarDate): void {
  if (ids.length === 0) return;
  const { dayOf } = datesBook(sqlite);
  const changed = tuplesOf<SilenceTuple>(sqlite, silenceSql)
    .all(JSON.stringify(ids))
    .filter(
      ([, quietSince, cadenceDays, wasSilent]) =>
        wasSilent === 1 || isSilent({ quietSince: dayOf(quietSince), cadenceDays }, today),
    )
    .map(([customerId]) => customerId);
  refreshWarnings(sqlite, changed, today);
}

/** Whose stored warnings are not those of today; reads only. `onChunk` after some customers: how many are done. */
export function staleWarnings(
  sqlite: Sqlite,
  ids: readonly string[],
  today: CalendarDate,
  onChunk: (done: number) => void = () => {},
): readonly string[] {
  const stale = new Set<string>();
  let done = 0;
  for (const chunk of chunksOf(ids)) {
    const { added, gone } = differences(sqlite, chunk, today);
    for (const [customerId] of [...added, ...gone]) stale.add(customerId);
    done += chunk.length;
    onChunk(done);
  }
  return [...stale];
}

/** All that can have a warning, or has one stored. */
export function warnableCustomers(sqlite: Sqlite): readonly string[] {
  return valuesOf<string>(sqlite, 'SELECT customer_id FROM customer_list ORDER BY doc').all();
}

function differences(sqlite: Sqlite, ids: readonly string[], today: CalendarDate) {
  const before = tuplesOf<StoredRow>(sqlite, storedSql).all(JSON.stringify(ids));
  const after = rowsOn(sqlite, ids, today);
  const stored = new Map(before.map((row) => [`${row[0]} ${row[1]}`, row]));
  const added: StoredRow[] = [];
  for (const row of after) {
    const key = `${row[0]} ${row[1]}`;
    const known = stored.get(key);
    stored.delete(key);
    if (known?.[2] !== row[2] || known[3] !== row[3]) added.push(row);
  }
  return { before, after, added, gone: [...stored.values()] };
}

function rowsOn(sqlite: Sqlite, ids: readonly string[], today: CalendarDate): readonly StoredRow[] {
  const silenced = new Set(valuesOf<string>(sqlite, marksSql).all({ ids: JSON.stringify(ids), today }));
  return warningsFromFacts(sqlite, ids, today).flatMap(({ input: { customerId }, ownerId, isFirst, warnings }) =>
    warnings
      .filter(({ code }) => !silenced.has(`${customerId} ${code}`))
      .map(
        (warning): StoredRow => [
          customerId,
          warning.code,
          ownerId,
          (isFirst ? firstBefore : 0) + warningWeight(warning),
        ],
      ),
  );
}

function* chunksOf(ids: readonly string[]): Generator<readonly string[]> {
  for (let done = 0; done < ids.length; done += chunkSize) yield ids.slice(done, done + chunkSize);
}
