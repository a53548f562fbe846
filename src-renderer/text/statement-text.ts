import type { StatementRow } from '../../src-shared/receivables/receivable-views.ts';
import type { WindowWords } from './use-window-words.ts';

export interface StatementLineWords {
  /** What it is: the number of the order, 回款, 作废 XS260706-02. */
  readonly what: string;
  /** Beside it, quieter: how it was paid, which instalment, what was noted. */
  readonly more: string;
}

/** One line of a 对账单 in words, on screen, on paper and in files alike. */
export function statementLineWords({ t }: WindowWords, row: StatementRow): StatementLineWords {
  const { kind, number, installmentNo, method, note } = row;
  const parts = (of: readonly (string | null)[]) => of.filter((part) => part !== null && part !== '').join(' ');
  const instalment = installmentNo === null ? null : t('statement.instalment', { no: installmentNo });
  switch (kind) {
    case 'receivable':
      return { what: number ?? t('money.openingBalance'), more: parts([instalment, note]) };
    case 'receivable_void':
      return {
        what: t('statement.voided', { what: number ?? t('money.openingBalance') }),
        more: parts([instalment, note]),
      };
    default: {
      const how = method === null ? null : t(`money.method.${method}`);
      return { what: t(`statement.kind.${kind}`), more: parts([how, number, note]) };
    }
  }
}
