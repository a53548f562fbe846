import type { CalendarSpan } from '../../src-shared/calendar/calendar-span.ts';
import type { WantedPersons } from '../../src-shared/calendar/wanted-persons.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import { fen } from '../../src-shared/core/money.ts';
import { type MoneyReader, mayReadMoneyOf } from '../../src-shared/customers/money-reach.ts';
import { sortKey } from '../../src-shared/search/sort-key.ts';
import type { RouteStop } from '../../src-shared/visits/visit-entry.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';
import { type EntryRow, spanSql, spanValues, toEntry } from './visit-entries.ts';

interface StopRow extends EntryRow {
  readonly personName: string | null;
  readonly talkAt: Instant | null;
  readonly talkText: string | null;
  readonly talkAuthorId: Id | null;
  readonly openFen: number | null;
  readonly overdueFen: number;
}

const stops = {
  more: `, u.name AS personName, talk.happened_at AS talkAt, talk.text AS talkText, talk.author_id AS talkAuthorId,
    (SELECT sum(open_fen) FROM open_receivables WHERE customer_id = p.customer_id) AS openFen,
    (SELECT total(open_fen) FROM open_receivables WHERE customer_id = p.customer_id AND due_on < :today) AS overdueFen`,
  joins: `LEFT JOIN users u ON u.id = p.person_id
    LEFT JOIN follow_ups talk ON talk.id = (SELECT id FROM follow_ups
      WHERE customer_id = p.customer_id AND deleted_at IS NULL ORDER BY happened_at DESC, id DESC LIMIT 1)`,
  where: "AND p.status = 'planned'",
};
const everybodys = spanSql(false, stops);
const ofPersons = spanSql(true, stops);

interface StopsWish {
  readonly span: CalendarSpan;
  readonly persons: WantedPersons;
  readonly today: CalendarDate;
  /** Who reads, or prints: a stop says what is owed only to whom it may be said. */
  readonly reader: MoneyReader;
}

/**
 * The open plans of a span with what was said last and what is owed; by day, person, district, time. Those of nobody end
 * the day.
 */
export function routeStops(db: ReadDb, { span, persons, today, reader }: StopsWish): readonly RouteStop[] {
  const bound = { ...spanValues(span, persons), today };
  const rows = rowsOf<StopRow>(db.sqlite, persons ? ofPersons : everybodys).all(bound);
  const keyed = rows.map((row) => ({ row, key: sheetKey(row) }));
  // Sorting is stable: within a district the order of the query stays, which is by time.
  keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return keyed.map(({ row }) => ({ ...toEntry(row), owed: owed(row, reader), lastTalk: lastTalk(row) }));
}

function sheetKey({ plannedOn, personId, personName, district }: StopRow): string {
  const person = personName === null ? last : sortKey(personName, 'person');
  return [plannedOn, person, personId ?? '', district === null ? last : sortKey(district, 'text')].join(between);
}

/** Sorts before, and after, whatever a key can hold. */
const between = '\u0000';
const last = '\uffff';

function owed({ ownerId, openFen, overdueFen }: StopRow, reader: MoneyReader): RouteStop['owed'] {
  if (openFen === null || !mayReadMoneyOf(reader, ownerId)) return null;
  return { openFen: fen(openFen), overdueFen: fen(overdueFen) };
}

function lastTalk({ talkAt, talkText, talkAuthorId }: StopRow): RouteStop['lastTalk'] {
  if (talkAt === null || talkText === null || talkAuthorId === null) return null;
  return { at: talkAt, text: talkText, authorId: talkAuthorId };
}
