import { assertNever } from '../../../src-shared/core/assert-never.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Fen } from '../../../src-shared/core/money.ts';
import type { TimelineItem } from '../../../src-shared/customers/timeline.ts';
import { askMoney } from '../../state/money-request.ts';
import { dayText, shortDayText } from '../../text/day-text.ts';
import type { WindowWords } from '../../text/use-window-words.ts';
import type { TimelineWords } from './timeline-words.ts';

type MoneyItem = Extract<
  TimelineItem,
  { readonly kind: 'order' | 'receivable' | 'settlement' | 'refund' | 'promise' | 'terms' }
>;

/** A fact about money in words; the amount stands beside them. */
export function moneyWords(
  words: WindowWords,
  userName: (id: string | null) => string,
  item: MoneyItem,
): TimelineWords {
  const { t } = words;
  const by = userName(item.userId);
  const said = (title: string, parts: readonly (string | null)[], marks: readonly string[] = []): TimelineWords => ({
    title,
    by,
    text: parts.filter((part) => part !== null && part !== '').join(' · '),
    marks,
  });
  const voided = (isVoided: boolean, kind: 'mistake' | 'bounced' | null) =>
    isVoided ? [t(kind === 'bounced' ? 'timeline.bounced' : 'timeline.voided')] : [];
  switch (item.kind) {
    case 'order':
      return said(t('timeline.order', { no: item.orderNo }), [item.summary], voided(item.isVoid, null));
    case 'receivable':
      return said(
        item.reference ?? t('money.openingBalance'),
        [t('money.dueOn', { day: shortDayText(words, item.dueOn) })],
        voided(item.isVoid, null),
      );
    case 'settlement':
      return said(
        t(`money.source.${item.source}`),
        [item.method && t(`money.method.${item.method}`), item.note],
        voided(item.isVoid, item.voidKind),
      );
    case 'refund':
      return said(t('timeline.refund'), [t(`money.method.${item.method}`)], voided(item.isVoid, null));
    case 'promise': {
      const { promisedOn, note, outcome, outcomeNote } = item.promise;
      return said(
        t('timeline.promise', { day: dayText(words, promisedOn) }),
        [note],
        outcome === 'open' ? [] : [[t(`money.outcome.${outcome}`), outcomeNote].filter(Boolean).join(' · ')],
      );
    }
    case 'terms':
      return said(t(item.decision === 'accepted' ? 'timeline.termsAccepted' : 'timeline.termsOverridden'), [
        item.decision === 'accepted' ? t(`terms.advice.${item.advice}`) : item.reason,
      ]);
    default:
      return assertNever(item);
  }
}

/** What the item is about in money; null: nothing, or no amount was named. */
export function amountOf(item: TimelineItem): Fen | null {
  if (item.kind === 'promise') return item.promise.amountFen;
  return 'amountFen' in item ? item.amountFen : null;
}

export function isVoid(item: TimelineItem): boolean {
  return 'isVoid' in item && item.isVoid;
}

/** Money that arrived: a return or a write-off lessens a debt too, but nobody got anything. */
export function isMoneyIn(item: TimelineItem): boolean {
  return item.kind === 'settlement' && item.source === 'payment';
}

/** Opens the sheet of an order, a debt, a settlement or what was paid back; null: the item says all there is. */
export function openerOf(item: TimelineItem, customerId: Id): (() => void) | null {
  if (item.kind === 'receivable') {
    return () => askMoney({ kind: 'receivableSheet', customerId, receivableId: item.id });
  }
  if (item.kind === 'order') return () => askMoney({ kind: 'order', orderId: item.id });
  if (item.kind === 'refund') return () => askMoney({ kind: 'source', sourceId: item.sourceId });
  if (item.kind === 'settlement') return () => askMoney({ kind: 'source', sourceId: item.id });
  return null;
}
