import type { CalendarDate } from '../core/calendar-date.ts';
import { type Fen, fen } from '../core/money.ts';
import { countsOn, type Ledger, type Receivable, type SettlementSource } from './ledger.ts';

/** A use of money or of a debt: it counts from one day, until another if it ended. */
interface Use {
  readonly amountFen: Fen;
  readonly from: CalendarDate;
  readonly ended: CalendarDate | null;
}

/** What of a payment or return can still be used from a day on: no less is left on that day or any later one. 0 or more. */
export function leftFrom(ledger: Ledger, source: SettlementSource, day: CalendarDate): Fen {
  const refunds = ledger.refunds
    .filter(({ sourceId }) => sourceId === source.id)
    .map(({ amountFen, on, voidedOn }): Use => ({ amountFen, from: on, ended: voidedOn }));
  const allocated = usesBy(ledger, ({ sourceId }) => sourceId === source.id);
  return least(source.amountFen, [...allocated, ...refunds], day);
}

/** What of a receivable can still be settled from a day on. 0 or more. */
export function openFrom(ledger: Ledger, receivable: Receivable, day: CalendarDate): Fen {
  return least(
    receivable.amountFen,
    usesBy(ledger, ({ receivableId }) => receivableId === receivable.id),
    day,
  );
}

function usesBy(ledger: Ledger, isMeant: (allocation: Ledger['allocations'][number]) => boolean): readonly Use[] {
  return ledger.allocations
    .filter(isMeant)
    .map(({ amountFen, effectiveOn, endedOn }) => ({ amountFen, from: effectiveOn, ended: endedOn }));
}

/** The sum of uses grows only on the days on which one begins. */
function least(amountFen: Fen, uses: readonly Use[], day: CalendarDate): Fen {
  const days = new Set([day, ...uses.map(({ from }) => from).filter((from) => from > day)]);
  let most = 0;
  for (const each of days) {
    const used = uses
      .filter(({ from, ended }) => countsOn(each, from, ended))
      .reduce((sum, use) => sum + use.amountFen, 0);
    most = Math.max(most, used);
  }
  return fen(Math.max(0, amountFen - most));
}
