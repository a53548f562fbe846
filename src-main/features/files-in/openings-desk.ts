import type { MoneyImportLookups } from '../../../db/queries/money/import-lookups.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { foldSingle, saidBy } from '../../../src-shared/files-in/fold-single.ts';
import { type OpeningReading, openingOfRow } from '../../../src-shared/files-in/opening-of-row.ts';
import { openingsTarget } from '../../../src-shared/files-in/openings-target.ts';
import { moneySettling, open } from './find-draft-customer.ts';
import { goodRows } from './good-rows.ts';
import { settleMoney } from './settle-money.ts';
import type { TargetDesk } from './target-desk.ts';

/** 期初应收 and 预收. */
export const openingsDesk: TargetDesk = {
  target: openingsTarget,
  fold: (readings, _columnOf, isLeftOut) => foldSingle(goodRows(readings, isLeftOut), openingsTarget),
  keysOf: ({ values }) => [saidBy(values, openingsTarget)],
  settler: (db, request) => {
    const settling = moneySettling(db, request);
    return ({ values, firstRow }, situation) => {
      const opening = openingOfRow(values, request.money);
      if (opening === null) return open('skip', 'nothing_owed');
      if (opening.facts.issuedOn > request.today) return open('error', 'dated_in_future');
      const made = {
        facts: opening.facts,
        notices: new Map([[firstRow, opening.notices]]),
        hindrance: (customerId: Id) => hindranceOf(opening, customerId, settling.lookups),
      };
      return settleMoney(values, firstRow, made, settling, request, situation);
    };
  },
};

/** The same number with another amount is no other debt: the books contradict each other, and a person looks. */
function hindranceOf(
  { facts, notices }: OpeningReading,
  customerId: Id,
  lookups: MoneyImportLookups,
): 'already_there' | 'number_taken' | null {
  const { owedFen, prepaidFen, reference } = facts;
  // A day that the row did not give may be another one each time the file comes in.
  const issuedOn = notices.includes('day_of_file') ? null : facts.issuedOn;
  if (owedFen === 0) {
    const by = reference === null ? { method: 'other' as const } : { reference };
    return lookups.hasPayment(customerId, issuedOn, prepaidFen, by) ? 'already_there' : null;
  }
  if (reference === null) return lookups.hasReceivable(customerId, owedFen, issuedOn) ? 'already_there' : null;
  const known = lookups.receivablesOfNumber(customerId, reference);
  if (known.length === 0) return null;
  return known.includes(owedFen) ? 'already_there' : 'number_taken';
}
