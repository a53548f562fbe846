import { ok } from '../../src-shared/core/result.ts';
import type { CustomerDraft } from '../../src-shared/files-in/customer-draft.ts';
import type { ImportTargetName } from '../../src-shared/files-in/import-target.ts';
import { type DraftWriter, nothingWritten } from './accepted-import.ts';
import { writeCustomerDrafts } from './write-customer-drafts.ts';
import { writeImportedOrders } from './write-imported-orders.ts';
import { writeImportedPayments } from './write-imported-payments.ts';
import { writeOpenings } from './write-openings.ts';

const writeCustomers: DraftWriter = (db, accepted, today, onEach) => {
  const { newRecords: newCustomers, lister } = accepted;
  const customers = { drafts: customerDrafts(accepted.drafts()), newCustomers, lister };
  return ok({ ...nothingWritten, ...writeCustomerDrafts(db, customers, today, onEach) });
};

function* customerDrafts(drafts: Iterable<unknown>): Generator<CustomerDraft> {
  // Safe: the check job wrote them from CustomerDraft objects into a file of our own.
  for (const draft of drafts) yield draft as CustomerDraft;
}

/** Who writes which target. */
export const draftWriters: Readonly<Record<ImportTargetName, DraftWriter>> = {
  customers: writeCustomers,
  openings: writeOpenings,
  orders: writeImportedOrders,
  payments: writeImportedPayments,
};
