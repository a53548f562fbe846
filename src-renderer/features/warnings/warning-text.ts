import { fen } from '../../../src-shared/core/money.ts';
import { defaultWarningRules, type Warning } from '../../../src-shared/warnings/warnings.ts';
import { moneyText } from '../../text/money-text.ts';
import type { WindowWords } from '../../text/use-window-words.ts';

/** Why a customer is warned of, in one sentence. `tierName` null: 未分级. */
export function warningText({ t }: Pick<WindowWords, 't'>, warning: Warning, tierName: string | null): string {
  switch (warning.code) {
    case 'silent':
      return t('warnings.why.silent', {
        count: warning.days,
        cadence: warning.cadenceDays,
        tier: tierName === null ? t('tier.none') : t('tier.named', { name: tierName }),
      });
    case 'no_order_for_long':
      return t('warnings.why.no_order_for_long', { count: warning.days, gap: warning.medianGap });
    case 'sales_falling':
      return t(warning.isSeasonal ? 'warnings.why.sales_falling_season' : 'warnings.why.sales_falling', {
        days: defaultWarningRules.salesDays,
        percent: fallenPercent(warning),
      });
    case 'overdue':
      return t('warnings.why.overdue', { count: warning.days });
    case 'over_limit':
      return t('warnings.why.over_limit', {
        amount: moneyText(fen(warning.openFen - warning.limitFen)),
        limit: moneyText(warning.limitFen),
      });
  }
}

/** Whole percent below what is usual, rounded down: the sentence never says worse than it is. */
function fallenPercent({ nowFen, usualFen }: Extract<Warning, { code: 'sales_falling' }>): number {
  return Math.floor((100 * (usualFen - nowFen)) / usualFen);
}
