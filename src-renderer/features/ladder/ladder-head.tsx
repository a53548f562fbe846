import { useTranslation } from 'react-i18next';
import type { Ladder } from '../../../src-shared/measures/measures-contract.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { JobProgressLine } from '../../components/job-progress.tsx';
import { countText } from '../../text/number-text.ts';
import { meanText } from './ladder-numbers.ts';
import styles from './ladder-view.module.css';
import { headlineText, losingStep, tierName } from './ladder-words.ts';

interface Props {
  readonly ladder: Ladder | null;
  readonly tiers: readonly Tier[];
  /** The arrows are those of a preview, not of the period. */
  readonly isPreview: boolean;
  /** While it takes long, how far it is stands where the legend stood; nothing moves. */
  readonly slowJobId: string | null;
}

/** The picture in one sentence, and how it is read. */
export function LadderHead({ ladder, tiers, isPreview, slowJobId }: Props) {
  const { t } = useTranslation();
  const losing = ladder && losingStep(ladder);
  const hasMoney = ladder !== null && ladder.total.profit !== null;
  return (
    <header className={styles.head}>
      <h2 className={styles.headline}>
        {ladder && ladder.total.customers > 0 && headlineText(t, ladder)}
        {losing && (
          <>
            {t('ladder.losing', {
              name: tierName(t, tiers, losing.tierId),
              count: losing.customers,
              shown: countText(losing.customers),
            })}
            <span className={styles.loss}>{meanText(losing.lossPerCustomerFen)}</span>
          </>
        )}
      </h2>
      {slowJobId !== null && <JobProgressLine jobId={slowJobId} title={t('ladder.working')} />}
      <p className={styles.legend} hidden={slowJobId !== null}>
        {ladder && hasMoney && (
          <>
            <span>
              {t('ladder.sum', {
                count: ladder.total.customers,
                shown: countText(ladder.total.customers),
                amount: meanText(ladder.total.salesFen),
              })}
            </span>
            <span className={styles.key} data-key="sales">
              {t('ladder.meanSales')}
            </span>
            <span className={styles.key} data-key="cost">
              {t('ladder.meanCost')}
            </span>
            <span>{t('ladder.reading')}</span>
          </>
        )}
        {ladder && <span>{t(isPreview ? 'ladder.arrowsPreview' : 'ladder.arrowsPeriod')}</span>}
      </p>
    </header>
  );
}
