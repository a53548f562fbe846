import type { ReceivableView } from '../../src-shared/receivables/receivable-views.ts';
import { dayText } from './day-text.ts';
import type { WindowWords } from './use-window-words.ts';

type Named = Pick<ReceivableView, 'orderNo' | 'reference' | 'installmentNo' | 'installments'>;

/** What people call a debt: `XS260728-01`, `XS260728-01 第 2/3 期`, its own number, else 期初应收. */
export function receivableText({ t }: WindowWords, receivable: Named): string {
  const name = receivable.orderNo ?? receivable.reference ?? t('money.openingBalance');
  if (receivable.installments <= 1) return name;
  return t('money.instalment', { name, no: receivable.installmentNo, of: receivable.installments });
}

type Due = Pick<ReceivableView, 'dueOn' | 'daysPastDue' | 'openFen' | 'settlement'>;

/** 逾期 6 天, 09-28 周一到期, 今天到期, or that nothing is left of it. As of the day the view is of. */
export function receivableDueText(
  words: WindowWords,
  receivable: Due,
): { readonly text: string; readonly tone: 'overdue' | 'soon' | 'plain' } {
  const { t } = words;
  if (receivable.openFen === 0) return { text: t(`money.settlement.${receivable.settlement}`), tone: 'plain' };
  if (receivable.daysPastDue > 0) {
    return { text: t('money.daysLate', { count: receivable.daysPastDue }), tone: 'overdue' };
  }
  if (receivable.daysPastDue === 0) return { text: t('money.dueToday'), tone: 'soon' };
  return { text: t('money.dueOn', { day: dayText(words, receivable.dueOn) }), tone: 'plain' };
}
