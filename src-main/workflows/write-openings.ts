import { receivables, settlementSources } from '../../db/schema/money.ts';
import { newId } from '../../src-shared/core/id.ts';
import { instantToMs } from '../../src-shared/core/instant.ts';
import { fen } from '../../src-shared/core/money.ts';
import { ok } from '../../src-shared/core/result.ts';
import type { OpeningDraft } from '../../src-shared/files-in/money-drafts.ts';
import { type DraftWriter, nothingWritten } from './accepted-import.ts';
import { makeDraftCustomers } from './make-draft-customers.ts';

/**
 * 期初应收 as receivables entered alone, 预收 as payments of kind 其他 that settle nothing yet: whoever keeps the book says
 * when prepayment is used. Debts and money without an allocation can break no law of domain §1, so none is asked.
 */
export const writeOpenings: DraftWriter = (db, accepted, _today, onEach) => {
  const customers = makeDraftCustomers(db, openings(accepted.drafts()), accepted.ownerForNew);
  const nowMs = instantToMs(db.info.now);
  let [created, owed, prepaid] = [0, 0, 0];
  for (const draft of openings(accepted.drafts())) {
    const { owedFen, prepaidFen, issuedOn, dueOn, reference, note } = draft;
    const customerId = customers.idOf(draft);
    const shared = { customerId, reference, note };
    if (owedFen > 0) {
      const debt = { orderId: null, installmentNo: 1, issuedOn, dueOn, amountFen: owedFen };
      db.insert(receivables, { ...shared, ...debt, id: newId(nowMs) });
    }
    if (prepaidFen > 0) {
      const money = { kind: 'payment', method: 'other', onDay: issuedOn, amountFen: prepaidFen } as const;
      db.insert(settlementSources, { ...shared, ...money, id: newId(nowMs) });
    }
    created += 1;
    owed += owedFen;
    prepaid += prepaidFen;
    onEach();
  }
  const money = { amountFen: fen(owed), prepaidFen: fen(prepaid) };
  return ok({ ...nothingWritten, created, customersCreated: customers.made, ...money });
};

function* openings(drafts: Iterable<unknown>): Generator<OpeningDraft> {
  // Safe: the openings desk made them, into a file of our own.
  for (const draft of drafts) yield draft as OpeningDraft;
}
