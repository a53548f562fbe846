import { eq, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { TimelineItem } from '../../src-shared/customers/timeline.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';
import { contacts } from '../schema/customers.ts';
import { followUps, visitPlans } from '../schema/follow-ups.ts';
import { attachmentsOfFollowUp } from './attachment-rows.ts';
import { moneyHappenings, moneyItem, noonOf } from './timeline-money.ts';
import { toVisitPlan } from './to-visit-plan.ts';

interface Found {
  readonly kind: TimelineItem['kind'];
  readonly id: Id;
  readonly at: Instant;
}

/**
 * What happened, by the moment it happened. A visit that a follow-up closed is that follow-up; an open one stands where it
 * was agreed. The id breaks ties, so that no page repeats or drops an item.
 */
function happenings(withMoney: boolean): string {
  return `
  SELECT * FROM (
    SELECT 'follow_up' AS kind, id, happened_at AS at FROM follow_ups WHERE customer_id = :customerId AND deleted_at IS NULL
    UNION ALL
    SELECT 'visit_plan', id, CASE status WHEN 'planned' THEN created_at ELSE updated_at END
      FROM visit_plans WHERE customer_id = :customerId AND deleted_at IS NULL AND NOT (status = 'done' AND done_by_id IS NOT NULL)
    UNION ALL
    SELECT 'tier_change', id, created_at FROM tier_history WHERE customer_id = :customerId
    UNION ALL
    SELECT 'created', id, created_at FROM customers WHERE id = :customerId
    ${withMoney ? `UNION ALL${moneyHappenings}` : ''}
  )
  WHERE (at, id) < (:at, :id) ORDER BY at DESC, id DESC LIMIT :limit`;
}
const withoutMoneySql = happenings(false);
const withMoneySql = happenings(true);

export interface TimelinePage {
  readonly items: readonly TimelineItem[];
  /** Hand it in as `before` for the next page; null: that was the last. */
  readonly next: string | null;
}

/** Who asks: facts about money only for who may read this customer's. */
export interface TimelineReader {
  readonly withMoney: boolean;
  readonly timeZone: string;
}

/** A customer's timeline, newest first. A cursor that is none of ours reads from the newest. */
export function customerTimeline(
  db: ReadDb,
  customerId: Id,
  { withMoney, timeZone }: TimelineReader,
  page: { readonly before: string | null; readonly limit: number },
): TimelinePage {
  const [at = '~', id = '~'] = page.before?.split(' ') ?? [];
  const bound = { customerId, at, id, limit: page.limit + 1 };
  const found = withMoney
    ? rowsOf<Found>(db.sqlite, withMoneySql).all({ ...bound, noon: noonOf(timeZone) })
    : rowsOf<Found>(db.sqlite, withoutMoneySql).all(bound);
  const last = found[page.limit - 1];
  return {
    items: found.slice(0, page.limit).map((item) => itemOf(db, item)),
    next: found.length > page.limit && last ? `${last.at} ${last.id}` : null,
  };
}

function itemOf(db: ReadDb, found: Found): TimelineItem {
  switch (found.kind) {
    case 'follow_up':
      return { ...found, kind: 'follow_up', ...talkOf(db, found) };
    case 'visit_plan':
      return { ...found, kind: 'visit_plan', plan: theOne(planById(db, found.id), found) };
    case 'tier_change':
      return { ...found, kind: 'tier_change', ...theOne(tierChange(db, found.id), found) };
    case 'created':
      return { ...found, kind: 'created', ...theOne(creation(db, found.id), found) };
    default:
      return moneyItem(db, { ...found, kind: found.kind });
  }
}

function theOne<T>(row: T | null | undefined, { kind, id }: Found): T {
  if (row === null || row === undefined) throw new Error(`${kind} ${id} vanished between two reads of one connection`);
  return row;
}

function talkOf(db: ReadDb, found: Found) {
  const { createdBy, contactName, ...followUp } = theOne(followUpById(db, found.id), found);
  return {
    followUp,
    contactName,
    typistId: createdBy === followUp.authorId ? null : createdBy,
    attachments: attachmentsOfFollowUp(db, found.id),
  };
}

function followUpById(db: ReadDb, id: Id) {
  return db.orm
    .select({
      id: followUps.id,
      customerId: followUps.customerId,
      contactId: followUps.contactId,
      authorId: followUps.authorId,
      happenedAt: followUps.happenedAt,
      channel: followUps.channel,
      text: followUps.text,
      outcome: followUps.outcome,
      intentLevel: followUps.intentLevel,
      createdAt: followUps.createdAt,
      updatedAt: followUps.updatedAt,
      createdBy: followUps.createdBy,
      contactName: contacts.name,
    })
    .from(followUps)
    .leftJoin(contacts, eq(contacts.id, followUps.contactId))
    .where(eq(followUps.id, id))
    .get();
}

function planById(db: ReadDb, id: Id) {
  const row = db.orm
    .select()
    .from(visitPlans)
    .where(eq(visitPlans.id, sql.placeholder('id')))
    .get({ id });
  return row ? toVisitPlan(row) : null;
}

interface TierChangeRow {
  readonly fromTierId: Id | null;
  readonly toTierId: Id | null;
  readonly effectiveOn: CalendarDate;
  readonly reason: string | null;
  readonly userId: Id | null;
}

function tierChange(db: ReadDb, id: Id) {
  return rowsOf<TierChangeRow>(
    db.sqlite,
    `SELECT h.tier_id AS toTierId, h.effective_on AS effectiveOn, h.reason, h.created_by AS userId,
       (SELECT earlier.tier_id FROM tier_history earlier
        WHERE earlier.customer_id = h.customer_id
          AND (earlier.effective_on, earlier.created_at, earlier.id) < (h.effective_on, h.created_at, h.id)
        ORDER BY earlier.effective_on DESC, earlier.created_at DESC, earlier.id DESC LIMIT 1) AS fromTierId
     FROM tier_history h WHERE h.id = ?`,
  ).get(id);
}

function creation(db: ReadDb, id: Id) {
  return rowsOf<{ readonly userId: Id | null; readonly importedFrom: string | null }>(
    db.sqlite,
    `SELECT c.created_by AS userId,
       (SELECT i.file_name FROM journal_entries e JOIN journal_batches b ON b.seq = e.batch JOIN import_batches i ON i.batch_id = b.id
        WHERE e.entity_id = c.id AND e.entity = 'customers' AND e.action = 'create' LIMIT 1) AS importedFrom
     FROM customers c WHERE c.id = ?`,
  ).get(id);
}
