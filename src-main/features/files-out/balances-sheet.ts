import { type BalancePeriod, balanceRows } from '../../../db/queries/money/balance-rows.ts';
import type { Cell, ReportSheet } from '../../files/workbook/workbook-plan.ts';
import { type Column, type ReportReader, sheetOf } from './money-report-parts.ts';

/** 客户余额表. */
export function balancesSheet(reader: ReportReader, period: BalancePeriod): ReportSheet {
  return sheetOf(reader, 'balances', 'balances', balanceColumns, balanceCells(reader, period));
}

const balanceColumns: readonly Column[] = [
  ['customer', 'text'],
  ['tier', 'text'],
  ['owner', 'text'],
  ['opening', 'money', 'total'],
  ['charged', 'money', 'total'],
  ['settled', 'money', 'total'],
  ['closing', 'money', 'total'],
  ['prepaid', 'money', 'total'],
];

function* balanceCells({ db, customers }: ReportReader, period: BalancePeriod): Generator<readonly Cell[]> {
  const balances = balanceRows(db, period);
  const named = [...balances.values()].flatMap((balance) => {
    const who = customers.get(balance.customerId);
    return who ? [{ balance, who }] : [];
  });
  named.sort((a, b) => (a.who.nameKey < b.who.nameKey ? -1 : Number(a.who.nameKey > b.who.nameKey)));
  for (const { balance, who } of named) {
    const { openingFen, chargedFen, settledFen, closingFen, prepaidFen } = balance;
    yield [who.name, who.tier, who.owner, openingFen, chargedFen, settledFen, closingFen, prepaidFen];
  }
}
