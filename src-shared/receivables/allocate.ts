import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';
import type { OpenReceivable } from './balances.ts';
import type { SettlementSource } from './ledger.ts';

export interface ProposedAllocation {
  readonly receivableId: Id;
  readonly amountFen: Fen;
  /** Saved together with its source: from the later of the two days (domain §1). */
  readonly effectiveOn: CalendarDate;
}

/**
 * Spreads an amount over what is open, in its order (openReceivables gives the oldest due day first); what is left stays
 * prepayment. `open` as of any day on which the receivables count.
 */
export function allocateInOrder(
  amountFen: Fen,
  sourceOn: CalendarDate,
  open: readonly OpenReceivable[],
): { readonly allocations: readonly ProposedAllocation[]; readonly restFen: Fen } {
  const allocations: ProposedAllocation[] = [];
  let rest: number = amountFen;
  for (const { receivable, openFen } of open) {
    if (rest === 0) break;
    const part = Math.min(rest, openFen);
    allocations.push({
      receivableId: receivable.id,
      amountFen: fen(part),
      effectiveOn: laterOf(sourceOn, receivable.issuedOn),
    });
    rest -= part;
  }
  return { allocations, restFen: fen(rest) };
}

/** A return is a credit first on its own order, then on the oldest (domain §1). */
export function ownOrderFirst<T extends OpenReceivable>(open: readonly T[], orderId: Id | null): readonly T[] {
  if (orderId === null) return open;
  const isOwn = ({ receivable }: T) => receivable.orderId === orderId;
  return [...open.filter(isOwn), ...open.filter((each) => !isOwn(each))];
}

/**
 * The first day from which prepayment may be used or money moved: never before the source or the receivable (domain §1).
 * The user may give a later one; proposed is today.
 */
export function earliestUseOn(source: Pick<SettlementSource, 'on'>, issuedOn: CalendarDate): CalendarDate {
  return laterOf(source.on, issuedOn);
}

/**
 * Which allocations to release so that no more than `allowedFen` stays allocated: the newest first, the last one cut.
 * The released money becomes prepayment; the user confirms the list (domain §1).
 */
export function releaseNewestFirst<
  T extends { readonly id: Id; readonly amountFen: Fen; readonly effectiveOn: CalendarDate },
>(active: readonly T[], allowedFen: Fen): readonly { readonly allocation: T; readonly releasedFen: Fen }[] {
  const newestFirst = [...active].sort((a, b) => compare(b.effectiveOn, a.effectiveOn) || compare(b.id, a.id));
  let over = active.reduce((sum, { amountFen }) => sum + amountFen, 0) - allowedFen;
  const released: { allocation: T; releasedFen: Fen }[] = [];
  for (const allocation of newestFirst) {
    if (over <= 0) break;
    const part = Math.min(over, allocation.amountFen);
    released.push({ allocation, releasedFen: fen(part) });
    over -= part;
  }
  return released;
}

function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
