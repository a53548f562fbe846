import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { Sqlite } from '../connection.ts';
import { rowsOf } from '../prepared.ts';

/** All that a customer's derived rows are made of. */
export interface CustomerSource {
  readonly customer: CustomerFacts;
  /** Live ones. */
  readonly contacts: readonly ContactFacts[];
  /** Live ones, by id. */
  readonly tags: readonly { readonly id: string; readonly name: string }[];
}

export interface CustomerFacts extends DateFacts {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly uscc: string | null;
  readonly phone: string | null;
  readonly wechat: string | null;
  readonly email: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly address: string | null;
  readonly industry: string | null;
  readonly source: string | null;
  readonly tierId: string | null;
  readonly tierPosition: number | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly primaryContactId: string | null;
  readonly updatedAt: Instant;
  readonly isLive: 0 | 1;
}

/** What says when a customer was met last and is due next. */
export interface DateFacts {
  readonly createdAt: Instant;
  /** Earliest open plan. */
  readonly nextVisitOn: CalendarDate | null;
  /** Latest follow-up. */
  readonly lastTalkAt: Instant | null;
  /** Latest visit that was done and of which no follow-up tells. */
  readonly lastDoneOn: CalendarDate | null;
  /** Days; null: the tier's. */
  readonly ownCadenceDays: number | null;
  readonly tierCadenceDays: number | null;
  readonly firstContactSlot: number | null;
}

export interface ContactFacts {
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  readonly mobile: string | null;
  readonly phone: string | null;
  readonly wechat: string | null;
  readonly email: string | null;
}

/** A tier's place in the order of lists: archived ones after all that are still given. */
export const tierPositionSql = 'CASE WHEN t.archived_at IS NULL THEN t.position ELSE 500000 + t.position END';

const wanted = 'json_each(?) AS wanted';

const nextVisitSql = `SELECT min(planned_on) FROM visit_plans
  WHERE customer_id = c.id AND status = 'planned' AND deleted_at IS NULL`;
export const lastTalkSql = (customer: string) =>
  `SELECT max(happened_at) FROM follow_ups WHERE customer_id = ${customer} AND deleted_at IS NULL`;
// A visit of which a follow-up tells happened when that says, which may be days before the plan.
export const lastDoneSql = (customer: string) => `SELECT max(done.planned_on) FROM visit_plans done
  WHERE done.customer_id = ${customer} AND done.status = 'done' AND done.deleted_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM follow_ups told
    WHERE told.id = done.done_by_id AND told.customer_id = done.customer_id AND told.deleted_at IS NULL)`;

/** Of `customers c` and its `tiers t`: all that says when a customer was met last and is due next. */
export const dateFactsSql = `c.created_at AS createdAt, (${nextVisitSql}) AS nextVisitOn, (${lastTalkSql('c.id')}) AS lastTalkAt,
  (${lastDoneSql('c.id')}) AS lastDoneOn, c.cadence_days AS ownCadenceDays, t.cadence_days AS tierCadenceDays,
  c.first_contact_slot AS firstContactSlot`;

const customersSql = `
  SELECT c.id, c.name, c.short_name AS shortName, c.uscc, c.phone, c.wechat, c.email, c.province, c.city, c.district,
    c.address, c.industry, c.source, c.tier_id AS tierId, ${tierPositionSql} AS tierPosition, c.owner_id AS ownerId,
    u.name AS ownerName, c.primary_contact_id AS primaryContactId, c.updated_at AS updatedAt,
    c.deleted_at IS NULL AS isLive, ${dateFactsSql}
  FROM ${wanted} JOIN customers c ON c.id = wanted.value
  LEFT JOIN tiers t ON t.id = c.tier_id
  LEFT JOIN users u ON u.id = c.owner_id`;

const contactsSql = `
  SELECT p.id, p.customer_id AS customerId, p.name, p.mobile, p.phone, p.wechat, p.email
  FROM ${wanted} JOIN contacts p ON p.customer_id = wanted.value WHERE p.deleted_at IS NULL ORDER BY p.id`;

const tagsSql = `
  SELECT link.customer_id AS customerId, tag.id, tag.name
  FROM ${wanted} JOIN customer_tags link ON link.customer_id = wanted.value JOIN tags tag ON tag.id = link.tag_id
  WHERE tag.deleted_at IS NULL ORDER BY tag.id`;

interface TagRow {
  readonly customerId: string;
  readonly id: string;
  readonly name: string;
}

/** Customers that are no more are left out. Some thousands at a time cost least: each kind of row is read in one go. */
export function readSources(sqlite: Sqlite, ids: readonly string[]): readonly CustomerSource[] {
  const list = JSON.stringify(ids);
  const contacts = Map.groupBy(rowsOf<ContactFacts>(sqlite, contactsSql).all(list), (row) => row.customerId);
  const tags = Map.groupBy(rowsOf<TagRow>(sqlite, tagsSql).all(list), (row) => row.customerId);
  return rowsOf<CustomerFacts>(sqlite, customersSql)
    .all(list)
    .map((customer) => ({
      customer,
      contacts: contacts.get(customer.id) ?? [],
      tags: tags.get(customer.id) ?? [],
    }));
}
