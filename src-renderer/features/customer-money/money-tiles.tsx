import type { ReactNode } from 'react';
import type { MoneySummary } from '../../../src-shared/receivables/receivable-views.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { pastDayText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './money-tiles.module.css';

/** Contracted, received, owed, overdue, prepaid, last paid. */
export function MoneyTiles({ summary }: { readonly summary: MoneySummary }) {
  const words = useWindowWords();
  const { t } = words;
  const { contractedFen, receivedFen, openFen, overdueFen, overdueDays, prepaidFen, billsNotDueFen } = summary;
  const { lastPayment } = summary;
  return (
    <dl className={styles.tiles}>
      <Tile label={t('customerMoney.contracted')}>
        <MoneyText amount={contractedFen} />
      </Tile>
      <Tile label={t('customerMoney.received')}>
        <MoneyText amount={receivedFen} />
      </Tile>
      <Tile label={t('customerMoney.owed')}>
        <MoneyText amount={openFen} />
      </Tile>
      <Tile
        label={t('customerMoney.overdue')}
        below={overdueDays !== null && t('customerMoney.oldest', { count: overdueDays })}
      >
        <MoneyText amount={overdueFen} tone={overdueFen > 0 ? 'overdue' : 'quiet'} />
      </Tile>
      <Tile
        label={t('customerMoney.prepaid')}
        below={billsNotDueFen > 0 && `${t('statement.bills')} ${moneyText(billsNotDueFen)}`}
      >
        <MoneyText amount={prepaidFen} tone={prepaidFen > 0 ? 'received' : 'quiet'} />
      </Tile>
      <Tile
        label={t('customerMoney.lastPayment')}
        below={lastPayment && `${pastDayText(words, lastPayment.on)} ${t(`money.method.${lastPayment.method}`)}`}
      >
        {lastPayment ? (
          <MoneyText amount={lastPayment.amountFen} />
        ) : (
          <span className={styles.none}>{t('customerMoney.noPayment')}</span>
        )}
      </Tile>
    </dl>
  );
}

interface TileProps {
  readonly label: string;
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

function Tile({ label, below, children }: TileProps) {
  return (
    <div className={styles.tile}>
      <dt>{label}</dt>
      <dd className={styles.value}>{children}</dd>
      <dd className={styles.below}>{below}</dd>
    </div>
  );
}
