import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { channels } from '../../src-shared/follow-ups/follow-up.ts';
import { visitPlanStatuses } from '../../src-shared/visits/visit-plan.ts';
import { onDayOffChoices, repeatUnits } from '../../src-shared/visits/visit-series.ts';
import { users } from './book.ts';
import { day, idColumn, instant, reference, thingStamps } from './columns.ts';
import { contacts, customers } from './customers.ts';

export const followUps = sqliteTable('follow_ups', {
  id: idColumn(),
  customerId: reference('customer_id')
    .notNull()
    .references(() => customers.id, { onDelete: 'cascade' }),
  contactId: reference('contact_id').references(() => contacts.id),
  /** Who talked; may differ from who typed or imported it (createdBy). */
  authorId: reference('author_id')
    .notNull()
    .references(() => users.id),
  happenedAt: instant('happened_at').notNull(),
  channel: text('channel', {
    enum: channels,
  }).notNull(),
  text: text('text').notNull(),
  outcome: text('outcome'),
  /** 1–5. */
  intentLevel: integer('intent_level'),
  ...thingStamps(),
});

/** A plan that repeats; its occurrences are rows of visit_plans. */
export const visitSeries = sqliteTable('visit_series', {
  id: idColumn(),
  customerId: reference('customer_id')
    .notNull()
    .references(() => customers.id, { onDelete: 'cascade' }),
  personId: reference('person_id').references(() => users.id),
  every: integer('every').notNull(),
  unit: text('unit', { enum: repeatUnits }).notNull(),
  startsOn: day('starts_on').notNull(),
  untilOn: day('until_on').notNull(),
  onDayOff: text('on_day_off', { enum: onDayOffChoices }).notNull(),
  plannedTime: text('planned_time'),
  lengthMinutes: integer('length_minutes'),
  purpose: text('purpose'),
  ...thingStamps(),
});

/** The next date of a customer lives here and nowhere else (domain §6). */
export const visitPlans = sqliteTable('visit_plans', {
  id: idColumn(),
  customerId: reference('customer_id')
    .notNull()
    .references(() => customers.id, { onDelete: 'cascade' }),
  /** Who goes; null while the customer has no owner. */
  personId: reference('person_id').references(() => users.id),
  plannedOn: day('planned_on').notNull(),
  /** HH:MM on the book's wall clock; null: any time that day. */
  plannedTime: text('planned_time'),
  lengthMinutes: integer('length_minutes'),
  purpose: text('purpose'),
  status: text('status', { enum: visitPlanStatuses }).notNull().default('planned'),
  cancelledReason: text('cancelled_reason'),
  /** The follow-up that closed it. */
  doneById: reference('done_by_id').references(() => followUps.id),
  /** The follow-up whose next date it is. */
  madeById: reference('made_by_id').references(() => followUps.id),
  /** The repeating plan it is an occurrence of. */
  seriesId: reference('series_id').references(() => visitSeries.id),
  ...thingStamps(),
});
