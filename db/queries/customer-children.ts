import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';
import { contacts, customerTags } from '../schema/customers.ts';
import { visitPlans } from '../schema/follow-ups.ts';

export type ContactRow = typeof contacts.$inferSelect;
export type VisitPlanRow = typeof visitPlans.$inferSelect;
export type TagLinkRow = typeof customerTags.$inferSelect;

/** The earliest entered first. */
export function liveContactRows(db: ReadDb, customerId: Id): readonly ContactRow[] {
  return db.orm
    .select()
    .from(contacts)
    .where(and(eq(contacts.customerId, customerId), isNull(contacts.deletedAt)))
    .orderBy(asc(contacts.createdAt), asc(contacts.id))
    .all();
}

/** Visits still to come or overdue, the earliest first. */
export function openPlanRows(db: ReadDb, customerId: Id): readonly VisitPlanRow[] {
  return db.orm
    .select()
    .from(visitPlans)
    .where(and(eq(visitPlans.customerId, customerId), eq(visitPlans.status, 'planned'), isNull(visitPlans.deletedAt)))
    .orderBy(asc(visitPlans.plannedOn), asc(visitPlans.id))
    .all();
}

export function tagLinkRows(db: ReadDb, customerId: Id): readonly TagLinkRow[] {
  return db.orm.select().from(customerTags).where(eq(customerTags.customerId, customerId)).all();
}
