import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import type { CustomerStatement } from '../../../src-shared/receivables/receivable-views.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { OpenReceivables } from '../../components/open-receivables.tsx';
import { countText } from '../../text/number-text.ts';
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
      <OpenReceivables receivables={open} ownerId={ownerId} />
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
