import { addDays } from '../core/calendar-date.ts';
import { fen } from '../core/money.ts';
import type { RecordNotice } from './import-problem.ts';
import type { ImportValues } from './import-target.ts';
import type { MoneyImportOptions, OpeningFacts } from './money-drafts.ts';
import { dayOf, numberOf, textOf } from './value-of.ts';

export interface OpeningReading {
  readonly facts: OpeningFacts;
  readonly notices: readonly RecordNotice[];
}

/**
 * What a row of 期初应收 says is open: the rest if it gives one, else what was owed less what was paid. Money of the
 * customer, a 预收 column or a rest below 0, is prepayment. Without a due day: issue day + credit days, without those the
 * issue day; without an issue day: the day of the file, or the due day when that is earlier.
 * Null: all is paid, there is nothing to take over.
 */
export function openingOfRow(values: ImportValues, options: MoneyImportOptions): OpeningReading | null {
  const notices: RecordNotice[] = [];
  const invoiced = numberOf(values, 'invoiced');
  const paid = numberOf(values, 'paid');
  const given = numberOf(values, 'rest');
  const rest = given ?? (invoiced === null ? 0 : invoiced - (paid ?? 0));
  if (given === null && invoiced !== null && (paid ?? 0) > 0) notices.push('paid_taken_off');
  const owed = Math.max(0, rest);
  const prepaid = Math.max(0, -rest) + (numberOf(values, 'prepaid') ?? 0);
  if (owed === 0 && prepaid === 0) return null;
  if (prepaid > 0) notices.push('as_prepayment');
  const due = dayOf(values, 'dueOn');
  const issued = dayOf(values, 'issuedOn');
  if (issued === null) notices.push('day_of_file');
  const issuedOn = issued ?? (due !== null && due < options.openingOn ? due : options.openingOn);
  const facts = {
    owedFen: fen(owed),
    prepaidFen: fen(prepaid),
    issuedOn,
    dueOn: due ?? addDays(issuedOn, numberOf(values, 'creditDays') ?? 0),
    reference: textOf(values, 'reference'),
    note: textOf(values, 'note'),
  };
  return { facts, notices };
}
