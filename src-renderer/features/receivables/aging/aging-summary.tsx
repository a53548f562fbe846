import { useTranslation } from 'react-i18next';
import { agingBuckets } from '../../../../src-shared/receivables/balances.ts';
import type { AgingTotals } from '../../../../src-shared/receivables/receivable-views.ts';
import { moneyText } from '../../../text/money-text.ts';
import { countText } from '../../../text/number-text.ts';
import { toggleBucket, useAgingLook } from './aging-store.ts';
import styles from './aging-summary.module.css';

/** Total, overdue and its share, what stands beside it, and the bar whose parts filter the list. */
export function AgingSummary({ totals }: { readonly totals: AgingTotals | null }) {
  const { t } = useTranslation();
  return (
    <section className={styles.summary} aria-label={t('desk.summary')} aria-busy={totals === null}>
      <div className={styles.figures}>
        <span className={styles.label}>{t('desk.total')}</span>
        <strong className={styles.figure}>{totals && moneyText(totals.openFen)}</strong>
        {totals && totals.overdueFen > 0 && (
          <>
            <span className={styles.label}>{t('desk.overdue')}</span>
            <strong className={styles.overdue}>{moneyText(totals.overdueFen)}</strong>
            <span className={styles.share}>
              {t('desk.overdueShare', {
                count: totals.overdueCount,
                shown: countText(totals.overdueCount),
                percent: percentText(totals.overdueFen, totals.openFen),
              })}
            </span>
          </>
        )}
        <span className={styles.gap} />
        {totals && totals.billsNotDueFen > 0 && (
          <span className={styles.beside}>
            {t('desk.bills')} <strong>{moneyText(totals.billsNotDueFen)}</strong>
          </span>
        )}
        {totals && totals.prepaidFen > 0 && (
          <span className={styles.beside}>
            {t('desk.prepaid')} <strong>{moneyText(totals.prepaidFen)}</strong>
          </span>
        )}
      </div>
      <Bar totals={totals} />
      <Buckets totals={totals} />
    </section>
  );
}

function Bar({ totals }: { readonly totals: AgingTotals | null }) {
  return (
    <div className={styles.bar} aria-hidden>
      {totals &&
        agingBuckets
          .filter((bucket) => totals.aging[bucket] > 0)
          .map((bucket) => (
            <span
              key={bucket}
              className={styles.part}
              data-bucket={bucket}
              style={{ flexGrow: totals.aging[bucket] }}
            />
          ))}
    </div>
  );
}

function Buckets({ totals }: { readonly totals: AgingTotals | null }) {
  const { t } = useTranslation();
  const chosen = useAgingLook((look) => look.bucket);
  return (
    <fieldset className={styles.buckets} aria-label={t('desk.buckets')}>
      {agingBuckets.map((bucket) => (
        <button
          key={bucket}
          type="button"
          className={styles.bucket}
          aria-pressed={chosen === bucket}
          onClick={() => toggleBucket(bucket)}
        >
          <span className={styles.head}>
            <span className={styles.dot} data-bucket={bucket} />
            {t(`money.bucket.${bucket}`)}
            {totals && <Count count={totals.customers[bucket]} />}
          </span>
          <span className={styles.money}>{totals && moneyText(totals.aging[bucket])}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** As short as the language allows: five stand side by side, also beside a statement. */
function Count({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const shown = countText(count);
  const whole = t('desk.customers', { count, shown });
  return (
    <span className={styles.count} title={whole}>
      <span aria-hidden>{t('desk.inBucket', { shown })}</span>
      <span className="kb-unseen">{whole}</span>
    </span>
  );
}

/** `17.7%`; a share that is not nothing is never said to be 0. */
function percentText(part: number, whole: number): string {
  const tenths = Math.round((part * 1000) / whole);
  return tenths === 0 ? '<0.1%' : `${(tenths / 10).toFixed(1)}%`;
}
