import type { Id } from '../../../src-shared/core/id.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import { readTypedAmount } from '../../text/money-text.ts';

/** What was typed beside each debt. A debt that is not named settles nothing. */
export type TypedParts = Readonly<Record<Id, string>>;

export interface OpenDebt {
  readonly id: Id;
  readonly openFen: Fen;
}

export interface ReadSpread {
  readonly settles: readonly { readonly receivableId: Id; readonly amountFen: Fen }[];
  readonly settledFen: Fen;
  /** What stays as prepayment; below 0 when more is spread than came in. */
  readonly restFen: Fen;
  /** Debts that would be paid more than is open of them. */
  readonly beyondOpen: ReadonlySet<Id>;
  /** Nothing typed is unreadable, beyond what is open or beyond the amount. */
  readonly isSound: boolean;
}

/** How much of an amount goes where, as typed by hand. `amountFen` null: no amount yet, so nothing is over. */
export function readSpread(amountFen: Fen | null, parts: TypedParts, debts: readonly OpenDebt[]): ReadSpread {
  const settles: { receivableId: Id; amountFen: Fen }[] = [];
  const beyondOpen = new Set<Id>();
  let isReadable = true;
  let settled = 0;
  for (const { id, openFen } of debts) {
    const part = readPart(parts[id] ?? '');
    if (part === null) isReadable = false;
    else if (part > 0) {
      settles.push({ receivableId: id, amountFen: part });
      settled += part;
      if (part > openFen) beyondOpen.add(id);
    }
  }
  const rest = (amountFen ?? settled) - settled;
  return {
    settles,
    settledFen: fen(settled),
    restFen: fen(rest),
    beyondOpen,
    isSound: isReadable && beyondOpen.size === 0 && rest >= 0,
  };
}

/** Null: unreadable. Nothing and 0 are the same here: no part. */
function readPart(typed: string): Fen | null {
  if (/^[¥￥\s]*0+(\.0*)?\s*$/.test(typed)) return fen(0);
  const read = readTypedAmount(typed);
  if (read.kind === 'problem') return null;
  return read.kind === 'amount' ? read.fen : fen(0);
}
