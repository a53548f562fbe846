import { useState } from 'react';
import type { Id } from '../../src-shared/core/id.ts';
import type { ReceivableView } from '../../src-shared/receivables/receivable-views.ts';
import { useMay } from '../ipc/use-current-user.ts';
import { askMoney } from '../state/money-request.ts';
import { countText } from '../text/number-text.ts';
import { receivableDueText, receivableText } from '../text/receivable-text.ts';
import { useWindowWords } from '../text/use-window-words.ts';
import { MoneyText } from './money-text.tsx';
import styles from './open-receivables.module.css';
import { ReceivableMenu } from './receivable-menu.tsx';

interface Props {
  readonly receivables: readonly ReceivableView[];
  /** Of their customer; null: nobody's. */
  readonly ownerId: Id | null;
}

/** What one customer still owes, debt by debt: when it is due, how much, 记回款 and all else that can be done to it. */
export function OpenReceivables({ receivables, ownerId }: Props) {
  const { t } = useWindowWords();
  const [shown, setShown] = useState(step);
  const left = receivables.length - shown;
  return (
    <>
      <ul className={styles.list}>
        {receivables.slice(0, shown).map((receivable) => (
          <OpenLine key={receivable.id} receivable={receivable} ownerId={ownerId} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className={styles.pay} onClick={() => setShown(shown + step)}>
          {t('statement.moreOpen', { count: left, shown: countText(left) })}
        </button>
      )}
    </>
  );
}

/** Thousands of open debts would each bring their own menu into the page. */
const step = 100;

function OpenLine({ receivable, ownerId }: { readonly receivable: ReceivableView; readonly ownerId: Id | null }) {
  const words = useWindowWords();
  const { t } = words;
  const mayPay = useMay('money.edit', ownerId);
  const { id, orderId, customerId, openFen, disputeReason } = receivable;
  const name = receivableText(words, receivable);
  const due = receivableDueText(words, receivable);
  return (
    <li className={styles.line}>
      <span className={styles.name} title={disputeReason ?? name}>
        {orderId === null ? (
          name
        ) : (
          <button type="button" className={styles.open} onClick={() => askMoney({ kind: 'order', orderId })}>
            {name}
          </button>
        )}
        {disputeReason !== null && <span className={styles.disputed}>{t('money.disputed')}</span>}
      </span>
      <span className={styles.due} data-tone={due.tone}>
        {due.text}
      </span>
      <MoneyText amount={openFen} />
      <span className={styles.actions}>
        {mayPay && (
          <button
            type="button"
            className={styles.pay}
            aria-label={t('statement.payFor', { name })}
            onClick={() => askMoney({ kind: 'payment', customerId, receivableId: id })}
          >
            {t('statement.pay')}
          </button>
        )}
        <ReceivableMenu receivable={receivable} ownerId={ownerId} />
      </span>
    </li>
  );
}
