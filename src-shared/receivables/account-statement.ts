import { addDays, type CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';
import { balanceOn } from './balances.ts';
import type { Ledger, SourceKind } from './ledger.ts';

export type StatementLineKind =
  | 'receivable'
  | 'receivable_void'
  | SourceKind
  | `${SourceKind}_void`
  | 'refund'
  | 'refund_void';

/** A line of a 对账单. `changeFen` above 0: the customer owes more from that day on. */
export interface StatementLine {
  readonly on: CalendarDate;
  readonly kind: StatementLineKind;
  /** Of the receivable, source or refund. */
  readonly id: Id;
  readonly changeFen: Fen;
  /** After this line. */
  readonly balanceFen: Fen;
}

export interface AccountStatement {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** As of the day before `from`. */
  readonly openingFen: Fen;
  /** By day; on one day what is owed before what was paid. */
  readonly lines: readonly StatementLine[];
  /** Opening + lines, and the balance as of `to`. */
  readonly closingFen: Fen;
}

type Change = Omit<StatementLine, 'balanceFen'>;

/** No fact has a day before it, and there is none: who asks for everything asks from here. */
const firstDay = '0001-01-01';

/**
 * 对账单 from F to T, both days included (domain §1): every receivable, settlement and refund with the running balance.
 * How money was allocated does not show: it changes what is open, never what is owed. Throws when opening and lines do not
 * make the closing balance: that would be a bug that no customer should be the first to see.
 */
export function accountStatement(ledger: Ledger, from: CalendarDate, to: CalendarDate): AccountStatement {
  const openingFen = from === firstDay ? fen(0) : balanceOn(ledger, addDays(from, -1)).balanceFen;
  let running: number = openingFen;
  const lines = changesOf(ledger)
    .filter(({ on }) => on >= from && on <= to)
    .sort(byDay)
    .map((change): StatementLine => {
      running += change.changeFen;
      return { ...change, balanceFen: fen(running) };
    });
  const closingFen = balanceOn(ledger, to).balanceFen;
  if (running !== closingFen) throw new Error(`statement ${from} to ${to}: ${running} is not ${closingFen}`);
  return { from, to, openingFen, lines, closingFen };
}

function changesOf({ receivables, sources, refunds }: Ledger): readonly Change[] {
  return [
    ...receivables.flatMap(({ id, issuedOn, voidedOn, amountFen }) =>
      once(id, 'receivable', 'receivable_void', { on: issuedOn, voidedOn, changeFen: amountFen }),
    ),
    ...sources.flatMap(({ id, kind, on, voidedOn, amountFen }) =>
      once(id, kind, `${kind}_void`, { on, voidedOn, changeFen: fen(-amountFen) }),
    ),
    ...refunds.flatMap(({ id, on, voidedOn, amountFen }) =>
      once(id, 'refund', 'refund_void', { on, voidedOn, changeFen: amountFen }),
    ),
  ];
}

/** What was voided on its own day, or before it, never was. */
function once(
  id: Id,
  kind: StatementLineKind,
  voidKind: StatementLineKind,
  { on, voidedOn, changeFen }: { on: CalendarDate; voidedOn: CalendarDate | null; changeFen: Fen },
): readonly Change[] {
  const change = { on, kind, id, changeFen };
  if (voidedOn === null) return [change];
  return voidedOn <= on ? [] : [change, { on: voidedOn, kind: voidKind, id, changeFen: fen(-changeFen) }];
}

function byDay(a: Change, b: Change): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.changeFen > 0 !== b.changeFen > 0) return a.changeFen > 0 ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
