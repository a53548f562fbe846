import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import type { CustomerStatement, ReceivableView } from '../../../src-shared/receivables/receivable-views.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { ReceivableMenu } from '../../components/receivable-menu.tsx';
import { useMay } from '../../ipc/use-current-user.ts';
import { askMoney } from '../../state/money-request.ts';
import { countText } from '../../text/number-text.ts';
import { receivableDueText, receivableText } from '../../text/receivable-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './open-list.module.css';

interface Props {
  readonly statement: Pick<CustomerStatement, 'open' | 'prepaidFen' | 'billsNotDueFen'>;
  /** Of the customer; null: nobody's. */
  readonly ownerId: Id | null;
}

/** 未结清: what is open at the end of the period, by due day, and what stands against it. */
export function OpenList({ statement, ownerId }: Props) {
  const { t } = useTranslation();
  const { open, prepaidFen, billsNotDueFen } = statement;
  return (
    <section className={styles.section} aria-label={t('statement.open')}>
      <h3 className={styles.title}>
        {t('statement.open')}
        <span className={styles.count}>
          {t('statement.openCount', { count: open.length, shown: countText(open.length) })}
        </span>
      </h3>
      {open.length === 0 && <p className={styles.nothing}>{t('statement.nothingOpen')}</p>}
      <ul className={styles.list}>
        {open.map((receivable) => (
          <OpenLine key={receivable.id} receivable={receivable} ownerId={ownerId} />
        ))}
      </ul>
      {prepaidFen > 0 && (
        <p className={styles.beside}>
          <span>{t('statement.prepaid')}</span>
          <MoneyText amount={prepaidFen} tone="received" />
        </p>
      )}
      {billsNotDueFen > 0 && (
        <p className={styles.beside}>
          <span>{t('statement.bills')}</span>
          <MoneyText amount={billsNotDueFen} />
        </p>
      )}
    </section>
  );
}

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
            {t('payment.title')}
          </button>
        )}
        <ReceivableMenu receivable={receivable} ownerId={ownerId} />
      </span>
    </li>
  );
}
