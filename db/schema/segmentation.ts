import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { warningCodes, warningMarkStates } from '../../src-shared/warnings/warning-mark.ts';
import { day, flag, idColumn, reference, thingStamps } from './columns.ts';
import { customers } from './customers.ts';
import { followUps } from './follow-ups.ts';
import { salesOrders } from './orders.ts';

const ownCustomer = () =>
  reference('customer_id')
    .notNull()
    .references(() => customers.id, { onDelete: 'cascade' });

/** What people judge of a customer: one row each. Ratings 1–5; null: not rated. */
export const customerAssessments = sqliteTable('customer_assessments', {
  id: idColumn(),
  customerId: ownCustomer(),
  /** What he buys in a year from everybody; null: not known. */
  yearlyNeedFen: integer('yearly_need_fen'),
  isSeasonal: flag('is_seasonal').notNull().default(false),
  priceSensitivity: integer('price_sensitivity'),
  choosingTime: integer('choosing_time'),
  attitudeToRivals: integer('attitude_to_rivals'),
  faultTolerance: integer('fault_tolerance'),
  recommends: integer('recommends'),
  dealMotive: text('deal_motive'),
  troubleLevel: integer('trouble_level'),
  ...thingStamps(),
});

/** Who else supplies the customer, and at what price. */
export const rivalNotes = sqliteTable('rival_notes', {
  id: idColumn(),
  customerId: ownCustomer(),
  rival: text('rival').notNull(),
  notedOn: day('noted_on').notNull(),
  product: text('product'),
  unitPriceE4: integer('unit_price_e4'),
  /** Of the customer's need. */
  sharePercent: integer('share_percent'),
  note: text('note'),
  ...thingStamps(),
});

/** 服务成本 and 让利 that stand on no order line. */
export const serviceCosts = sqliteTable('service_costs', {
  id: idColumn(),
  customerId: ownCustomer(),
  kind: text('kind', { enum: ['service', 'concession'] }).notNull(),
  onDay: day('on_day').notNull(),
  amountFen: integer('amount_fen').notNull(),
  what: text('what').notNull(),
  followUpId: reference('follow_up_id').references(() => followUps.id),
  orderId: reference('order_id').references(() => salesOrders.id),
  ...thingStamps(),
});

/** What a person did about a warning. */
export const warningMarks = sqliteTable('warning_marks', {
  id: idColumn(),
  customerId: ownCustomer(),
  code: text('code', { enum: warningCodes }).notNull(),
  state: text('state', { enum: warningMarkStates }).notNull(),
  markedOn: day('marked_on').notNull(),
  /** Silent up to this day and with it. */
  untilOn: day('until_on').notNull(),
  note: text('note'),
  ...thingStamps(),
});
