import { anniversaries } from './anniversaries.ts';
import { attachments } from './attachments.ts';
import { bookSettings, users } from './book.ts';
import { contacts, customers, customerTags, tags } from './customers.ts';
import { followUps, visitPlans, visitSeries } from './follow-ups.ts';
import { importBatches } from './import-batches.ts';
import {
  allocations,
  dueDayChanges,
  paymentPromises,
  receivables,
  refunds,
  returnLines,
  settlementSources,
} from './money.ts';
import { products, salesOrderLines, salesOrders } from './orders.ts';
import { customerAssessments, rivalNotes, serviceCosts, warningMarks } from './segmentation.ts';
import { termsDecisions } from './terms.ts';
import { tierHistory, tiers } from './tiers.ts';

/** What a user can edit and bin: has updated_at and deleted_at; its rows never leave the file. */
export const thingTables = [
  bookSettings,
  users,
  tiers,
  tags,
  customers,
  contacts,
  followUps,
  visitSeries,
  visitPlans,
  attachments,
  anniversaries,
  products,
  salesOrders,
  salesOrderLines,
  receivables,
  settlementSources,
  refunds,
  paymentPromises,
  customerAssessments,
  rivalNotes,
  serviceCosts,
  warningMarks,
] as const;

/** Links and facts: written once, never edited. Undoing the batch that made one removes it; the journal keeps it whole. */
export const factTables = [customerTags, tierHistory, allocations, dueDayChanges, returnLines, termsDecisions] as const;

/** Facts that end: one column of them is written later, once. */
export const endingFactTables = [allocations] as const;

/** What was done: written once. Undo leaves it, so that the list of imports can say 'undone'; not part of the content hash. */
export const logTables = [importBatches] as const;

export type ThingTable = (typeof thingTables)[number];
export type FactTable = (typeof factTables)[number];
export type EndingFactTable = (typeof endingFactTables)[number];
/** Every table that may be written only through journal.ts. */
export type JournaledTable = ThingTable | FactTable | (typeof logTables)[number];

export const journaledTables: readonly JournaledTable[] = [...thingTables, ...factTables, ...logTables];
