import type { StatementWords } from '../../../src-shared/files-out/statement-files.ts';
import type { CustomerStatement, StatementRow } from '../../../src-shared/receivables/receivable-views.ts';
import { filledIn } from './filled-in.ts';

/** What a line of a statement is, and what more is said of it: in the words of the screen (text/statement-text.ts). */
export function statementLineCells(
  words: StatementWords,
  { kind, number, installmentNo, method, note }: StatementRow,
): { readonly what: string; readonly more: string } {
  const parts = (of: readonly (string | null)[]) => of.filter((part) => part !== null && part !== '').join(' ');
  const instalment = installmentNo === null ? null : filledIn(words.instalment, { no: String(installmentNo) });
  switch (kind) {
    case 'receivable':
      return { what: number ?? words.openingBalance, more: parts([instalment, note]) };
    case 'receivable_void':
      return {
        what: filledIn(words.voided, { what: number ?? words.openingBalance }),
        more: parts([instalment, note]),
      };
    default:
      return { what: words[kind], more: parts([method === null ? null : words[method], number, note]) };
  }
}

/** `XS260728-01 第 2/3 期`, its own number, else 期初应收. */
export function openItemName(words: StatementWords, item: CustomerStatement['open'][number]): string {
  const name = item.orderNo ?? item.reference ?? words.openingBalance;
  if (item.installments <= 1) return name;
  return filledIn(words.instalmentOf, { name, no: String(item.installmentNo), of: String(item.installments) });
}
