import type { NewRow, WriteDb } from '../../db/journal.ts';
import { readLedger } from '../../db/queries/money/read-ledger.ts';
import { allocations, settlementSources } from '../../db/schema/money.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { instantToMs } from '../../src-shared/core/instant.ts';
import { fen } from '../../src-shared/core/money.ts';
import { err, ok, type Result } from '../../src-shared/core/result.ts';
import type { ImportedPaymentDraft } from '../../src-shared/files-in/money-drafts.ts';
import type { SettlementSource } from '../../src-shared/receivables/ledger.ts';
import { brokenLaws } from '../../src-shared/receivables/ledger-laws.ts';
import { settleByDay } from '../../src-shared/receivables/settle-by-day.ts';
import { type DraftWriter, nothingWritten } from './accepted-import.ts';
import { makeDraftCustomers } from './make-draft-customers.ts';

/**
 * 回款 customer by customer: the payments of each settle what was open on their days, and the laws of domain §1 are asked
 * once for all of them. Errors: conflict breaks_ledger, which rolls the import back whole.
 */
export const writeImportedPayments: DraftWriter = (db, accepted, today, onEach) => {
  const customers = makeDraftCustomers(db, payments(accepted.drafts()), accepted.ownerForNew);
  const nowMs = instantToMs(db.info.now);
  const byCustomer = new Map<Id, Payment[]>();
  let [created, received, settled] = [0, 0, 0];
  for (const draft of payments(accepted.drafts())) {
    const customerId = customers.idOf(draft);
    const payment = { id: newId(nowMs), draft };
    const known = byCustomer.get(customerId);
    if (known) known.push(payment);
    else byCustomer.set(customerId, [payment]);
    created += 1;
    received += draft.amountFen;
  }
  for (const [customerId, list] of byCustomer) {
    const written = writeAll(db, customerId, list, today, () => newId(nowMs));
    if (!written.ok) return written;
    settled += written.value;
    for (const _each of list) onEach();
  }
  const money = { amountFen: fen(received), prepaidFen: fen(received - settled) };
  return ok({ ...nothingWritten, created, customersCreated: customers.made, ...money });
};

interface Payment {
  readonly id: Id;
  readonly draft: ImportedPaymentDraft;
}

/** Gives what the payments settled, in fen. */
function writeAll(
  db: WriteDb,
  customerId: Id,
  list: readonly Payment[],
  today: CalendarDate,
  nextId: () => Id,
): Result<number, AppError> {
  const ledger = readLedger(db, customerId);
  const sources = list.map(
    ({ id, draft: { receivedOn: on, amountFen } }): SettlementSource => ({
      id,
      customerId,
      kind: 'payment',
      on,
      amountFen,
      voidedOn: null,
    }),
  );
  const settles = settleByDay(ledger, sources, today, nextId);
  const [broken] = brokenLaws({
    ...ledger,
    sources: [...ledger.sources, ...sources],
    allocations: [...ledger.allocations, ...settles],
  });
  if (broken) return err({ kind: 'conflict', reason: 'breaks_ledger', otherId: broken.id, detail: broken.on });
  for (const payment of list) db.insert(settlementSources, rowOf(payment, customerId));
  for (const allocation of settles) db.insert(allocations, { ...allocation, customerId });
  return ok(settles.reduce((sum, { amountFen }) => sum + amountFen, 0));
}

function rowOf({ id, draft }: Payment, customerId: Id): NewRow<typeof settlementSources> {
  const { receivedOn, amountFen, method, billNo, billDueOn, reference, collectedById, note } = draft;
  const isBill = method === 'acceptance_bill';
  return {
    id,
    customerId,
    kind: 'payment',
    onDay: receivedOn,
    amountFen,
    method,
    billNo: isBill ? billNo : null,
    billDueOn: isBill ? billDueOn : null,
    reference: reference ?? (isBill ? null : billNo),
    collectedById,
    note,
  };
}

function* payments(drafts: Iterable<unknown>): Generator<ImportedPaymentDraft> {
  // Safe: the payments desk made them, into a file of our own.
  for (const draft of drafts) yield draft as ImportedPaymentDraft;
}
