import { useTranslation } from 'react-i18next';
import { countText } from '../../../text/number-text.ts';
import { wholeYuanText } from '../because-text.ts';
import styles from './rfm.module.css';
import type { RfmChoice } from './rfm-choice.ts';
import type { RfmAnswer } from './use-rfm.ts';

interface Props {
  readonly segments: RfmAnswer['segments'];
  readonly chosen: RfmChoice | null;
  readonly onChoose: (choice: RfmChoice) => void;
}

/** The eight segments, from champions to lost, and what to do about each. */
export function RfmSegments({ segments, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const total = segments.reduce((sum, { salesFen }) => sum + salesFen, 0);
  return (
    <table className={styles.segments}>
      <thead>
        <tr>
          <th scope="col">{t('rfm.segmentHead')}</th>
          <th scope="col" className={styles.figure}>
            {t('rfm.customersHead')}
          </th>
          <th scope="col" className={styles.figure}>
            {t('rfm.salesHead')}
          </th>
          <th scope="col" className={styles.figure}>
            {t('rfm.shareHead')}
          </th>
          <th scope="col">{t('rfm.adviceHead')}</th>
        </tr>
      </thead>
      <tbody>
        {segments.map(({ segment, customers, salesFen }) => (
          <tr key={segment} data-on={(chosen?.kind === 'segment' && chosen.segment === segment) || undefined}>
            <td>
              <button
                type="button"
                className={styles.segment}
                disabled={customers === 0}
                aria-pressed={chosen?.kind === 'segment' && chosen.segment === segment}
                title={t(`rfm.rule.${segment}`)}
                onClick={() => onChoose({ kind: 'segment', segment })}
              >
                {t(`rfm.segment.${segment}`)}
              </button>
            </td>
            <td className={styles.figure}>{countText(customers)}</td>
            <td className={styles.figure}>{wholeYuanText(Math.round(salesFen / 100) * 100)}</td>
            <td className={styles.figure}>{total === 0 ? '—' : `${((100 * salesFen) / total).toFixed(1)}%`}</td>
            <td className={styles.advice}>{t(`rfm.advice.${segment}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
