import type { Anniversary } from '../../src-shared/anniversaries/anniversary.ts';
import { anniversaryKeysOn, daysOfSpan } from '../../src-shared/anniversaries/occurrences.ts';
import type { Occasion } from '../../src-shared/calendar/calendar-item.ts';
import type { CalendarSpan } from '../../src-shared/calendar/calendar-span.ts';
import type { WantedPersons } from '../../src-shared/calendar/wanted-persons.ts';
import { type CalendarDate, daysInMonth, partsOf } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { lunarDateOf } from '../../src-shared/lunar/lunar-date.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';

/**
 * Anniversaries of a span, by day and name: the stored ones, and each year's return of the first day of a cooperation.
 * Every day of the span is looked up by what can fall on it, so the size of the book does not matter. Leaves out what
 * belongs to a binned customer or contact, and what lies before its first year. `persons`: of their customers alone.
 */
export function occasionsBetween(db: ReadDb, span: CalendarSpan, persons?: WantedPersons): readonly Occasion[] {
  const days = daysOfSpan(span.from, span.to);
  const found = [...storedOn(db, days, persons), ...returnsOn(db, days, persons)];
  return found
    .sort((a, b) => compare(a.occasion.on, b.occasion.on) || compare(a.nameKey, b.nameKey))
    .map(({ occasion }) => occasion);
}

interface Found {
  readonly occasion: Occasion;
  readonly nameKey: string;
}

interface CustomerPart {
  readonly on: CalendarDate;
  readonly customerId: Id;
  readonly customerName: string;
  readonly nameKey: string;
  readonly tierId: string | null;
  readonly ownerId: string | null;
  readonly contactName: string | null;
  readonly phone: string | null;
}

const customerColumns = `c.name AS customerName, l.name_key AS nameKey, l.tier_id AS tierId, l.owner_id AS ownerId`;

type StoredRow = CustomerPart & Omit<Anniversary, 'isLeapMonth'> & { readonly isLeapMonth: 0 | 1 };

// CROSS JOIN keeps the order: each key of each day is looked up in anniversaries_day, which also says whose it is, so
// that of other people's customers nothing more is read.
const stored = (isForPersons: boolean) => `
  SELECT key.value ->> 0 AS "on", a.id, a.customer_id AS customerId, a.contact_id AS contactId, a.kind, a.title,
    a.calendar, a.year, a.month, a.day, a.is_leap_month AS isLeapMonth, ${customerColumns}, p.name AS contactName,
    CASE WHEN p.id IS NULL THEN l.phone ELSE ifnull(p.mobile, p.phone) END AS phone
  FROM json_each(:keys) key
  CROSS JOIN anniversaries a ON a.calendar = key.value ->> 1 AND a.month = key.value ->> 2 AND a.day = key.value ->> 3
    AND a.is_leap_month = key.value ->> 4 AND a.deleted_at IS NULL
  CROSS JOIN customer_list l ON l.customer_id = a.customer_id AND l.is_live = 1
    ${isForPersons ? 'AND EXISTS (SELECT 1 FROM json_each(:persons) who WHERE who.value IS l.owner_id)' : ''}
  CROSS JOIN customers c ON c.id = a.customer_id
  LEFT JOIN contacts p ON p.id = a.contact_id
  WHERE a.contact_id IS NULL OR p.deleted_at IS NULL`;
const storedOfAll = stored(false);
const storedOfPersons = stored(true);

function storedOn(db: ReadDb, days: readonly CalendarDate[], persons: WantedPersons): readonly Found[] {
  const keys = days.flatMap((on) =>
    anniversaryKeysOn(on).map((key) => [on, key.calendar, key.month, key.day, Number(key.isLeapMonth)]),
  );
  return rowsOf<StoredRow>(db.sqlite, persons ? storedOfPersons : storedOfAll)
    .all({ keys: JSON.stringify(keys), ...personsValue(persons) })
    .flatMap(({ id, contactId, kind, title, calendar, year, month, day, isLeapMonth, ...row }) => {
      const years = year === null ? null : yearIn(calendar, row.on) - year;
      if (years !== null && years < 0) return [];
      const date = { calendar, year, month, day, isLeapMonth: isLeapMonth === 1 };
      const anniversary = { id, customerId: row.customerId, contactId, kind, title, ...date };
      return found(row, years, { kind: 'stored', anniversary });
    });
}

// Found through customers_since_day, which holds whose they are and their first day: nothing else is read of others.
const returns = (isForPersons: boolean) => `
  SELECT day.value ->> 0 AS "on", c.id AS customerId, c.since_on AS sinceOn, ${customerColumns},
    NULL AS contactName, l.phone
  FROM json_each(:days) day ${isForPersons ? 'CROSS JOIN json_each(:persons) who' : ''}
  CROSS JOIN customers c INDEXED BY customers_since_day ON substr(c.since_on, 6) = day.value ->> 1
    ${isForPersons ? 'AND c.owner_id IS who.value' : ''}
    AND c.since_on IS NOT NULL AND c.since_on < day.value ->> 0 AND c.deleted_at IS NULL
  CROSS JOIN customer_list l ON l.customer_id = c.id`;
const returnsOfAll = returns(false);
const returnsOfPersons = returns(true);

function returnsOn(db: ReadDb, days: readonly CalendarDate[], persons: WantedPersons): readonly Found[] {
  const keys = days.flatMap((on) => monthDaysOn(on).map((monthDay) => [on, monthDay]));
  return rowsOf<CustomerPart & { readonly sinceOn: CalendarDate }>(db.sqlite, persons ? returnsOfPersons : returnsOfAll)
    .all({ days: JSON.stringify(keys), ...personsValue(persons) })
    .flatMap(({ sinceOn, ...row }) =>
      found(row, partsOf(row.on).year - partsOf(sinceOn).year, { kind: 'since', sinceOn }),
    );
}

/** `MM-DD`, and 02-29 on the last day of a plain February. */
function monthDaysOn(day: CalendarDate): readonly string[] {
  const monthDay = day.slice(5);
  return monthDay === '02-28' && daysInMonth(partsOf(day).year, 2) === 28 ? [monthDay, '02-29'] : [monthDay];
}

function found({ nameKey, ...row }: CustomerPart, years: number | null, source: Occasion['source']): readonly Found[] {
  const { on, customerId, customerName, tierId, ownerId, contactName, phone } = row;
  return [{ nameKey, occasion: { source, customerId, customerName, tierId, ownerId, contactName, phone, on, years } }];
}

function yearIn(calendar: Anniversary['calendar'], day: CalendarDate): number {
  return calendar === 'lunar' ? lunarDateOf(day).year : partsOf(day).year;
}

/** Each once, whoever asks twice: a customer is joined with every one that is given. */
function personsValue(persons: WantedPersons): { readonly persons?: string } {
  return persons ? { persons: JSON.stringify([...new Set(persons)]) } : {};
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
