import { addDays, type CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { type Instant, instantAt } from '../../src-shared/core/instant.ts';
import type { CustomerListQuery } from '../../src-shared/customers/customer-list.ts';
import { type WarningCode, warningCodes } from '../../src-shared/warnings/warning-mark.ts';
import { type FacetKind, facetToken } from '../search/facets.ts';

/** The book's day and zone: 'quiet for 30 days' depends on both. */
export interface BookDay {
  readonly today: CalendarDate;
  readonly timeZone: string;
}

type Value = string | number;

/** A condition over `customer_list AS l`. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

export interface CustomerFilter {
  /** Finds the live customers that answer what has tokens, and no others; null when nothing of that kind is asked. */
  readonly facets: string | null;
  /** The same said of a row. */
  readonly facetRow: Condition;
  /** What has no token: spans of days. Always true when there are none. */
  readonly days: Condition;
  /** How the spans of days are found without reading every row, if there are any. */
  readonly daySources: readonly Condition[];
  /** Everybody. */
  readonly isOpen: boolean;
}

export function compileFilter(filter: CustomerListQuery['filter'], { today, timeZone }: BookDay): CustomerFilter {
  const facets: Facet[] = [
    facet('tier', 'l.tier_id', filter.tierIds?.map(noneAsNull)),
    facet('owner', 'l.owner_id', filter.ownerIds?.map(noneAsNull)),
    facet('district', 'l.district', filter.districts),
    facet('industry', 'l.industry', filter.industries),
    facet('source', 'l.source', filter.sources),
    tagFacet(filter.tagIds),
  ].filter((one) => one !== null);
  const spans: Span[] = [];
  if (filter.nextVisitUpTo !== undefined) spans.push(nextVisitSpan(filter.nextVisitUpTo));
  if (filter.quietDays !== undefined) spans.push(quietSpan(quietBefore(filter.quietDays, { today, timeZone })));
  if (filter.visitOverdue) spans.push(overdueSpan(today));
  if (filter.dueNow) spans.push(dueSpan(today));
  if (filter.owes) spans.push(owesSpan());
  if (filter.overdueMoney) spans.push(overdueMoneySpan(today));
  if (filter.warned) spans.push(warnedSpan(filter.warned === true ? warningCodes : filter.warned));
  return {
    facets: facets.length === 0 ? null : facets.map(({ tokens }) => anyToken(tokens)).join(' AND '),
    facetRow: allOf([{ sql: 'l.is_live = 1', values: [] }, ...facets.map(({ row }) => row)]),
    days: allOf(spans.map(({ row }) => row)),
    daySources: spans.map(({ source }) => source),
    isOpen: facets.length === 0 && spans.length === 0,
  };
}

function anyToken(tokens: readonly string[]): string {
  return `(${tokens.map((token) => `"${token}"`).join(' OR ')})`;
}

interface Facet {
  readonly tokens: readonly string[];
  readonly row: Condition;
}

/** Any of the values; an empty list is a filter that was cleared, not one that nobody passes. */
function facet(kind: FacetKind, column: string, values: readonly (string | null)[] | undefined): Facet | null {
  if (!values || values.length === 0) return null;
  const present = values.filter((value) => value !== null);
  const choices = present.length > 0 ? [`${column} IN (${present.map(() => '?').join(', ')})`] : [];
  if (present.length < values.length) choices.push(`${column} IS NULL`);
  return {
    tokens: values.map((value) => facetToken(kind, value)),
    row: { sql: `(${choices.join(' OR ')})`, values: present },
  };
}

function tagFacet(tagIds: readonly string[] | undefined): Facet | null {
  if (!tagIds || tagIds.length === 0) return null;
  return {
    tokens: tagIds.map((id) => facetToken('tag', id)),
    row: { sql: `(${tagIds.map(() => 'instr(l.tag_ids, ?) > 0').join(' OR ')})`, values: tagIds },
  };
}

function noneAsNull(id: string): string | null {
  return id === 'none' ? null : id;
}

interface Span {
  readonly row: Condition;
  /** Selects the docs of live customers in the span from one index. */
  readonly source: Condition;
}

function nextVisitSpan(upTo: CalendarDate): Span {
  return {
    row: { sql: 'l.next_visit_on <= ?', values: [upTo] },
    source: { sql: 'SELECT doc FROM customer_list WHERE is_live = 1 AND next_visit_on <= ?', values: [upTo] },
  };
}

/** Quiet for more than 30 days: the latest contact was before the day 30 days ago. */
export function quietBefore(days: number, { today, timeZone }: BookDay): Instant {
  return instantAt(addDays(today, -days), '00:00', timeZone);
}

function quietSpan(since: Instant): Span {
  return {
    row: { sql: 'l.quiet_since < ?', values: [since] },
    source: { sql: 'SELECT doc FROM customer_list WHERE is_live = 1 AND quiet_since < ?', values: [since] },
  };
}

/** An open plan before today, or due before today and nothing planned. */
function overdueSpan(today: CalendarDate): Span {
  return {
    row: { sql: '(l.next_visit_on < ? OR (l.next_visit_on IS NULL AND l.due_on < ?))', values: [today, today] },
    source: {
      sql: `SELECT doc FROM customer_list WHERE is_live = 1 AND next_visit_on < ?
        UNION ALL SELECT doc FROM customer_list INDEXED BY customer_list_due_on
        WHERE is_live = 1 AND due_on < ? AND next_visit_on IS NULL`,
      values: [today, today],
    },
  };
}

/** Due on or before the day and nothing planned. */
function dueSpan(upTo: CalendarDate): Span {
  return {
    row: { sql: '(l.next_visit_on IS NULL AND l.due_on <= ?)', values: [upTo] },
    source: {
      sql: `SELECT doc FROM customer_list INDEXED BY customer_list_due_on
        WHERE is_live = 1 AND due_on <= ? AND next_visit_on IS NULL`,
      values: [upTo],
    },
  };
}

/** Who owes anything has an oldest due day. */
function owesSpan(): Span {
  return {
    row: { sql: 'l.oldest_due_on IS NOT NULL', values: [] },
    source: {
      sql: 'SELECT doc FROM customer_list INDEXED BY customer_list_oldest_due WHERE is_live = 1 AND oldest_due_on IS NOT NULL',
      values: [],
    },
  };
}

function overdueMoneySpan(today: CalendarDate): Span {
  return {
    row: { sql: 'l.oldest_due_on < ?', values: [today] },
    source: {
      sql: 'SELECT doc FROM customer_list INDEXED BY customer_list_oldest_due WHERE is_live = 1 AND oldest_due_on < ?',
      values: [today],
    },
  };
}

function warnedSpan(codes: readonly WarningCode[]): Span {
  const isWanted = `code IN (${codes.map(() => '?').join(', ')})`;
  return {
    row: {
      sql: `EXISTS (SELECT 1 FROM customer_warnings AS warned WHERE warned.customer_id = l.customer_id AND ${isWanted})`,
      values: codes,
    },
    source: {
      sql: `SELECT doc FROM customer_list WHERE is_live = 1 AND customer_id IN (
        SELECT customer_id FROM customer_warnings WHERE ${isWanted})`,
      values: codes,
    },
  };
}

function allOf(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return { sql: 'TRUE', values: [] };
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
}
