import { type CalendarDate, fromDayNumber } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { type Instant, instantAt, instantToMs } from '../../src-shared/core/instant.ts';
import { fen } from '../../src-shared/core/money.ts';
import type { TimelineItem } from '../../src-shared/customers/timeline.ts';
import type { PaymentMethod, VoidKind } from '../../src-shared/payments/payment.ts';
import type { PromiseOutcome } from '../../src-shared/payments/payment-promise.ts';
import type { SourceKind } from '../../src-shared/receivables/ledger.ts';
import type { TermsAdvice } from '../../src-shared/terms/terms-advice.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';

export const moneyKinds = ['order', 'receivable', 'settlement', 'refund', 'promise', 'terms'] as const;
export type MoneyKind = (typeof moneyKinds)[number];
export type MoneyItem = Extract<TimelineItem, { readonly kind: MoneyKind }>;

/**
 * Where a fact with a business day stands: the moment it was typed when that was on its day, else noon of its day. Worked
 * out from stored columns and one fixed number per zone alone, so that a cursor means the same for every page. Summer time
 * moves noon by an hour at most: 11 hours either side of it are surely the same day.
 */
function placeOf(day: string): string {
  return `CASE WHEN abs(julianday(created_at) - julianday(${day}) - :noon / 1440.0) < 11 / 24.0 THEN created_at
    ELSE strftime('%Y-%m-%dT%H:%M:%fZ', ${day}, :noon || ' minutes') END`;
}

/** Rows of kind, id, at, for a UNION in the timeline. Binds :customerId and :noon. */
export const moneyHappenings = `
    SELECT 'order', id, ${placeOf('issued_on')} FROM sales_orders WHERE customer_id = +:customerId AND deleted_at IS NULL
    UNION ALL
    SELECT 'receivable', id, ${placeOf('issued_on')}
      FROM receivables WHERE customer_id = +:customerId AND order_id IS NULL AND deleted_at IS NULL
    UNION ALL
    SELECT 'settlement', id, ${placeOf('on_day')} FROM settlement_sources WHERE customer_id = +:customerId AND deleted_at IS NULL
    UNION ALL
    SELECT 'refund', id, ${placeOf('on_day')} FROM refunds WHERE customer_id = +:customerId AND deleted_at IS NULL
    UNION ALL
    SELECT 'promise', id, created_at FROM payment_promises WHERE customer_id = +:customerId AND deleted_at IS NULL
    UNION ALL
    SELECT 'terms', id, ${placeOf('decided_on')} FROM terms_decisions WHERE customer_id = +:customerId`;

const noons = new Map<string, number>();
/** Any day will do, as long as it is always the same: see placeOf. */
const fixedDay = fromDayNumber(18_276);

/** Minutes from 00:00 UTC of a day to its noon in the zone; below 0 where noon is still the day before in UTC. */
export function noonOf(timeZone: string): number {
  const known = noons.get(timeZone);
  if (known !== undefined) return known;
  const fromUtcNoonMs =
    instantToMs(instantAt(fixedDay, '12:00', timeZone)) - instantToMs(instantAt(fixedDay, '12:00', 'UTC'));
  const minutes = 720 + Math.round(fromUtcNoonMs / 60_000);
  noons.set(timeZone, minutes);
  return minutes;
}

interface Found<K extends MoneyKind> {
  readonly kind: K;
  readonly id: Id;
  readonly at: Instant;
}

/** One item whole. Throws when its row is not there: it was found on the same connection. */
export function moneyItem(db: ReadDb, found: Found<MoneyKind>): MoneyItem {
  const { id, at } = found;
  switch (found.kind) {
    case 'order': {
      const { isVoid, amountFen, ...order } = read<OrderRecord>(db, orderSql, found);
      return { ...order, kind: 'order', id, at, amountFen: fen(amountFen), isVoid: isVoid === 1 };
    }
    case 'receivable': {
      const { isVoid, amountFen, ...receivable } = read<ReceivableRecord>(db, receivableSql, found);
      return { ...receivable, kind: 'receivable', id, at, amountFen: fen(amountFen), isVoid: isVoid === 1 };
    }
    case 'settlement': {
      const { isVoid, amountFen, ...source } = read<SourceRecord>(db, sourceSql, found);
      return { ...source, kind: 'settlement', id, at, amountFen: fen(amountFen), isVoid: isVoid === 1 };
    }
    case 'refund': {
      const { isVoid, amountFen, ...refund } = read<RefundRecord>(db, refundSql, found);
      return { ...refund, kind: 'refund', id, at, amountFen: fen(amountFen), isVoid: isVoid === 1 };
    }
    case 'promise': {
      const { userId, amountFen, ...promise } = read<PromiseRecord>(db, promiseSql, found);
      return {
        kind: 'promise',
        id,
        at,
        userId,
        promise: { ...promise, id, amountFen: amountFen === null ? null : fen(amountFen) },
      };
    }
    case 'terms':
      return { ...read<TermsRecord>(db, termsSql, found), kind: 'terms', id, at };
  }
}

function read<Row>(db: ReadDb, sql: string, { kind, id }: Found<MoneyKind>): Row {
  const row = rowsOf<Row>(db.sqlite, sql).get(id);
  if (row === undefined) throw new Error(`${kind} ${id} vanished between two reads of one connection`);
  return row;
}

interface MoneyRecord {
  readonly on: CalendarDate;
  readonly amountFen: number;
  readonly userId: Id | null;
  readonly isVoid: 0 | 1;
}

type OrderRecord = MoneyRecord & { readonly orderNo: string; readonly summary: string };
/** Titles of the first lines say what was sold; a bare amount is a line as well. */
const orderSql = `
  SELECT o.issued_on AS "on", o.order_no AS orderNo, o.created_by AS userId, o.voided_on IS NOT NULL AS isVoid,
    coalesce((SELECT sum(l.amount_fen) FROM sales_order_lines l WHERE l.order_id = o.id AND l.deleted_at IS NULL), 0) AS amountFen,
    coalesce((SELECT group_concat(title, ' · ') FROM (SELECT l.title FROM sales_order_lines l
      WHERE l.order_id = o.id AND l.deleted_at IS NULL ORDER BY l.position, l.id LIMIT 3)), '') AS summary
  FROM sales_orders o WHERE o.id = ?`;

type ReceivableRecord = MoneyRecord & { readonly dueOn: CalendarDate; readonly reference: string | null };
const receivableSql = `
  SELECT issued_on AS "on", due_on AS dueOn, amount_fen AS amountFen, reference, created_by AS userId,
    voided_on IS NOT NULL AS isVoid
  FROM receivables WHERE id = ?`;

type SourceRecord = MoneyRecord & {
  readonly source: SourceKind;
  readonly method: PaymentMethod | null;
  readonly note: string | null;
  readonly voidKind: VoidKind | null;
};
const sourceSql = `
  SELECT kind AS source, on_day AS "on", amount_fen AS amountFen, method, note, created_by AS userId,
    voided_on IS NOT NULL AS isVoid, void_kind AS voidKind
  FROM settlement_sources WHERE id = ?`;

type RefundRecord = MoneyRecord & { readonly sourceId: Id; readonly method: PaymentMethod };
const refundSql = `
  SELECT source_id AS sourceId, on_day AS "on", amount_fen AS amountFen, method, created_by AS userId, voided_on IS NOT NULL AS isVoid
  FROM refunds WHERE id = ?`;

interface PromiseRecord {
  readonly customerId: Id;
  readonly receivableId: Id | null;
  readonly contactId: Id | null;
  readonly takenById: Id | null;
  readonly promisedOn: CalendarDate;
  readonly amountFen: number | null;
  readonly note: string | null;
  readonly outcome: PromiseOutcome;
  readonly outcomeOn: CalendarDate | null;
  readonly outcomeNote: string | null;
  readonly userId: Id | null;
}
const promiseSql = `
  SELECT customer_id AS customerId, receivable_id AS receivableId, contact_id AS contactId, taken_by_id AS takenById,
    promised_on AS promisedOn, amount_fen AS amountFen, note, outcome, outcome_on AS outcomeOn,
    outcome_note AS outcomeNote, created_by AS userId
  FROM payment_promises WHERE id = ?`;

interface TermsRecord {
  readonly on: CalendarDate;
  readonly decision: 'accepted' | 'override';
  readonly advice: TermsAdvice;
  readonly reason: string | null;
  readonly userId: Id | null;
}
const termsSql = `
  SELECT decided_on AS "on", kind AS decision, advice, reason, decided_by_id AS userId
  FROM terms_decisions WHERE id = ?`;
