import { fen } from '../../../src-shared/core/money.ts';
import type { LimitBreach } from '../../../src-shared/orders/order-limits.ts';
import { dayText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import type { WindowWords } from '../../text/use-window-words.ts';
import { percentText } from './order-draft.ts';

/** A limit that is passed, with both figures and whose limit it is. */
export function breachText(words: WindowWords, breach: LimitBreach): string {
  const { t } = words;
  switch (breach.code) {
    case 'stopped':
      return t(breach.isAccepted ? 'order.breach.stopped' : 'order.breach.stopAdvised');
    case 'discount':
      return t(`order.breach.discount.${breach.of}`, {
        is: percentText(breach.isBp),
        limit: percentText(breach.limitBp),
      });
    case 'credit_days':
      return t(`order.breach.creditDays.${breach.of}`, { is: breach.isDays, limit: breach.limitDays });
    case 'credit_limit':
      return t(`order.breach.creditLimit.${breach.of}`, {
        would: moneyText(fen(breach.openFen + breach.orderFen)),
        open: moneyText(breach.openFen),
        limit: moneyText(breach.limitFen),
      });
    case 'deposit':
      return t('order.breach.deposit', { needed: moneyText(breach.neededFen), given: moneyText(breach.givenFen) });
    case 'overdue':
      return t('order.breach.overdue', {
        amount: moneyText(breach.overdueFen),
        days: breach.days,
        since: dayText(words, breach.since),
      });
  }
}
