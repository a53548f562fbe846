import { addDays, addMonths, type CalendarDate, fromDayNumber } from '../../../src-shared/core/calendar-date.ts';
import { dayReader } from '../../../src-shared/core/day-reader.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Instant, instantAt } from '../../../src-shared/core/instant.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { LoyaltyInput, LoyaltyRating } from '../../../src-shared/loyalty/loyalty.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf, tuplesOf, valuesOf } from '../../prepared.ts';
import { orderSums, returnSums } from './sales-sums.ts';

/** Days of visits that led to nothing count for so long (domain §4). */
const attentionDays = 90;

const whose = (of: Id | null, column = 'customer_id') => (of === null ? '' : `AND ${column} = +:of`);

const visitsSql = (of: Id | null) => `
  SELECT customer_id, happened_at FROM follow_ups
  WHERE channel = 'inbound_visit' AND happened_at >= :from AND happened_at < :to AND deleted_at IS NULL ${whose(of)}`;
const listedSql = (of: Id | null) =>
  `SELECT doc, customer_id FROM customer_list ${of === null ? '' : 'WHERE customer_id = :of'}`;
const everVisitedSql = `SELECT EXISTS (SELECT 1 FROM follow_ups WHERE channel = 'inbound_visit' AND deleted_at IS NULL)`;
const orderDaysSql = (of: Id | null) => `
  SELECT customer_id, issued_on FROM sales_orders
  WHERE issued_on > :start AND issued_on <= :asOf AND (voided_on IS NULL OR voided_on > :asOf) AND deleted_at IS NULL
    ${whose(of)}`;
const referralsSql = (of: Id | null) => `
  SELECT referred_by_id, count(*) FROM customers
  WHERE referred_by_id IS NOT NULL AND deleted_at IS NULL ${whose(of, 'referred_by_id')} GROUP BY referred_by_id`;
const assessmentsSql = (of: Id | null) => `
  SELECT customer_id AS customerId, yearly_need_fen AS yearlyNeedFen, price_sensitivity AS priceSensitivity,
    choosing_time AS choosingTime, attitude_to_rivals AS attitudeToRivals, fault_tolerance AS faultTolerance, recommends
  FROM customer_assessments WHERE deleted_at IS NULL ${whose(of)}`;

type Assessed = Readonly<Record<LoyaltyRating, number | null>> & {
  readonly customerId: Id;
  readonly yearlyNeedFen: number | null;
};

/**
 * What loyalty is made of, for every customer that anything is known of (`of`: only that one), as of a day. A visit to us counts when nothing
 * was bought that day; in a book that notes no such visits, attention is not known. Ratings and referrals are those of now.
 */
export function loyaltyInputs(
  db: ReadDb,
  asOf: CalendarDate,
  timeZone: string,
  of: Id | null = null,
): ReadonlyMap<Id, LoyaltyInput> {
  const whom = of === null ? {} : { of };
  const spans = { asOf, yearStart: addMonths(asOf, -12), yearBeforeStart: addMonths(asOf, -24), windowStart: null };
  const idOf = new Map(tuplesOf<readonly [doc: number, Id]>(db.sqlite, listedSql(of)).all(whom));
  const byId = <Sums extends readonly [doc: number, ...unknown[]]>(all: Iterable<Sums>) =>
    new Map(Array.from(all, (sums) => [idOf.get(sums[0]) ?? '', sums]));
  const orders = byId(orderSums(db, spans, of));
  const returns = byId(returnSums(db, spans, of));
  const attentions = attentionsOf(db, asOf, timeZone, of);
  const referrals = new Map(tuplesOf<readonly [Id, number]>(db.sqlite, referralsSql(of)).all(whom));
  const assessed = new Map(
    rowsOf<Assessed>(db.sqlite, assessmentsSql(of))
      .all(whom)
      .map((row) => [row.customerId, row]),
  );
  const known = new Set([...orders.keys(), ...(attentions?.keys() ?? []), ...referrals.keys(), ...assessed.keys()]);
  const inputs = new Map<Id, LoyaltyInput>();
  for (const id of known) {
    const [, , yearFen = 0, , , , firstDay = null, ordersInYear] = orders.get(id) ?? [];
    const [, returnedFen = 0] = returns.get(id) ?? [];
    const judged = assessed.get(id);
    const need = judged?.yearlyNeedFen ?? null;
    inputs.set(id, {
      ordersInYear: ordersInYear ?? 0,
      salesFen: fen(Math.max(0, yearFen - returnedFen)),
      yearlyNeedFen: need === null ? null : fen(need),
      firstOrderOn: firstDay === null ? null : fromDayNumber(firstDay),
      attentions: attentions ? (attentions.get(id) ?? 0) : null,
      // Who brought nobody may still have spoken of us: none is not known, not 0.
      referrals: referrals.get(id) ?? null,
      ratings: {
        priceSensitivity: judged?.priceSensitivity ?? null,
        choosingTime: judged?.choosingTime ?? null,
        attitudeToRivals: judged?.attitudeToRivals ?? null,
        faultTolerance: judged?.faultTolerance ?? null,
        recommends: judged?.recommends ?? null,
      },
    });
  }
  return inputs;
}

/** Days with a visit and without an order, by customer; null: this book notes no visits. */
function attentionsOf(
  { sqlite }: ReadDb,
  asOf: CalendarDate,
  timeZone: string,
  of: Id | null,
): ReadonlyMap<Id, number> | null {
  if (valuesOf<0 | 1>(sqlite, everVisitedSql).get() === 0) return null;
  const start = addDays(asOf, -attentionDays);
  const bought = new Set(
    tuplesOf<readonly [Id, CalendarDate]>(sqlite, orderDaysSql(of))
      .all({ start, asOf, ...(of === null ? {} : { of }) })
      .map(([id, on]) => `${id} ${on}`),
  );
  const dayOf = dayReader(timeZone);
  const from = instantAt(addDays(start, 1), '00:00', timeZone);
  const to = instantAt(addDays(asOf, 1), '00:00', timeZone);
  const days = new Map<Id, Set<CalendarDate>>();
  for (const [id, at] of tuplesOf<readonly [Id, Instant]>(sqlite, visitsSql(of)).iterate({
    from,
    to,
    ...(of === null ? {} : { of }),
  })) {
    const on = dayOf(at);
    if (bought.has(`${id} ${on}`)) continue;
    days.set(id, (days.get(id) ?? new Set()).add(on));
  }
  return new Map([...days].map(([id, visited]) => [id, visited.size]));
}
