import { Button } from 'antd';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fen } from '../../../src-shared/core/money.ts';
import type { PromiseRow } from '../../../src-shared/payments/payments-contract.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { countText } from '../../text/number-text.ts';
import type { LineDeck } from './line-deck.ts';
import { OwedLine, PromiseLine } from './money-lines.tsx';
import rowStyles from './rows.module.css';
import styles from './section.module.css';
import { Section } from './section.tsx';
import { owedKey, promiseKey } from './today-rows.ts';
import type { TodayLists } from './use-today.ts';
import { sectionIds } from './visit-sections.tsx';

interface OwedProps {
  readonly owed: NonNullable<TodayLists['owed']>;
  readonly deck: LineDeck;
  readonly onShowAll: () => void;
}

/** One more than this is shown as a line of its own rather than counted. */
const shownOwed = 6;

/** 应收逾期: who owes most first; the others are one line that leads to 收款. */
export function OwedSection({ owed, deck, onShowAll }: OwedProps) {
  const { t } = useTranslation();
  const { total, receivables, overdueFen } = owed;
  const lines = total > shownOwed + 1 ? owed.lines.slice(0, shownOwed) : owed.lines;
  const rest = total - lines.length;
  const restFen = fen(overdueFen - lines.reduce((sum, line) => sum + line.overdueFen, 0));
  const customers = t('today.visitCount', { count: total, shown: countText(total) });
  const debts = t('today.debtCount', { count: receivables, shown: countText(receivables) });
  return (
    <Section
      id={sectionIds.owed}
      title={t('today.section.owed')}
      count={receivables === total ? customers : [customers, debts].join(t('today.comma'))}
      action={<ShowAll onShowAll={onShowAll} />}
    >
      <ul className={rowStyles.list}>
        {lines.map((line) => (
          <OwedLine
            key={line.customerId}
            line={line}
            look={deck.look}
            isStop={deck.stopKey === owedKey(line)}
            isOpen={deck.paneId === line.customerId}
            onOpen={deck.onOpen}
          />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className={styles.more} onClick={onShowAll}>
          {t('today.moreOwed', { count: rest, shown: countText(rest) })}
          <span className={styles.gap} />
          <MoneyText amount={restFen} tone="quiet" />
          <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    </Section>
  );
}

interface PromisesProps {
  readonly promises: readonly PromiseRow[];
  readonly deck: LineDeck;
  readonly onShowAll: () => void;
}

/** 付款承诺 whose day is today or has passed without an outcome. */
export function PromisesSection({ promises, deck, onShowAll }: PromisesProps) {
  const { t } = useTranslation();
  return (
    <Section
      id={sectionIds.promises}
      title={t('today.section.promises')}
      count={t('today.itemCount', { count: promises.length, shown: countText(promises.length) })}
      action={<ShowAll onShowAll={onShowAll} />}
    >
      <ul className={rowStyles.list}>
        {promises.map((promise) => (
          <PromiseLine
            key={promise.id}
            promise={promise}
            isStop={deck.stopKey === promiseKey(promise)}
            isOpen={deck.paneId === promise.customerId}
            onOpen={deck.onOpen}
          />
        ))}
      </ul>
    </Section>
  );
}

function ShowAll({ onShowAll }: { readonly onShowAll: () => void }) {
  const { t } = useTranslation();
  return (
    <Button size="small" type="text" onClick={onShowAll}>
      {t('today.showMoney')}
    </Button>
  );
}
