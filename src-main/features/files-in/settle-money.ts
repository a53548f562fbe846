import type { ImportNotice, RecordNotice } from '../../../src-shared/files-in/import-problem.ts';
import type { ImportValues } from '../../../src-shared/files-in/import-target.ts';
import type { ImportMatch } from '../../../src-shared/files-in/imports-contract.ts';
import type { DraftCustomer } from '../../../src-shared/files-in/money-drafts.ts';
import type { CheckRequest } from './check-request.ts';
import { type MoneySettling, newCustomerOf, open } from './find-draft-customer.ts';
import type { RecordFinding, RecordSituation } from './target-desk.ts';

/** What one record of a sheet of money says, once the customer is known. */
export interface MoneyFacts {
  readonly facts: object;
  /** By row of the file; rows without one are not in it. */
  readonly notices: ReadonlyMap<number, readonly RecordNotice[]>;
  /** Why the book needs it no more; asked only of a customer that it has. */
  readonly hindrance: (customerId: NonNullable<DraftCustomer['customerId']>) => 'already_there' | 'number_taken' | null;
}

/**
 * New, already there, or a question. `create` answers both questions there are: a customer whom the book does not have is
 * made, and what stands twice in the file is two.
 */
export function settleMoney(
  values: ImportValues,
  firstRow: number,
  made: MoneyFacts,
  settling: MoneySettling,
  request: CheckRequest,
  { answers, twinRow }: RecordSituation,
): RecordFinding {
  const verdict = settling.customerOf(values, answers);
  const mayMake = answers.decision === 'create' && request.mayMakeCustomers;
  const isMade = verdict.kind === 'open' && verdict.finding.result === 'question' && mayMake;
  if (verdict.kind === 'open' && !isMade) return verdict.finding;
  const customer = verdict.kind === 'found' ? verdict.customer : newCustomerOf(values);
  const matches: readonly ImportMatch[] = verdict.kind === 'found' ? verdict.matches : [];
  const hindrance = customer.customerId === null ? null : made.hindrance(customer.customerId);
  if (hindrance !== null) return { ...open(hindrance === 'already_there' ? 'skip' : 'error', hindrance), matches };
  if (twinRow !== null && answers.decision === null) return { ...open('question', 'twice_in_file', twinRow), matches };
  const notice = (kind: RecordNotice): ImportNotice => ({ kind, column: -1, text: '' });
  return {
    result: 'new',
    reason: null,
    otherRow: null,
    draft: { ...customer, ...made.facts },
    matches,
    changes: [],
    notices: (row) => [
      ...(customer.customerId === null && row === firstRow ? [notice('makes_customer')] : []),
      ...(made.notices.get(row) ?? []).map(notice),
    ],
  };
}
