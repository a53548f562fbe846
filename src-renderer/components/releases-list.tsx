import type { ReleasedAllocation } from '../../src-shared/orders/orders-contract.ts';
import { dayText } from '../text/day-text.ts';
import { useWindowWords } from '../text/use-window-words.ts';
import { MoneyText } from './money-text.tsx';
import styles from './releases-list.module.css';

/** Which payments a change frees; their money becomes prepayment. Nothing to say about none. */
export function ReleasesList({ releases }: { readonly releases: readonly ReleasedAllocation[] }) {
  const words = useWindowWords();
  const { t } = words;
  if (releases.length === 0) return null;
  return (
    <ul className={styles.releases} aria-label={t('receivable.releases')}>
      <li className={styles.title}>{t('receivable.releases')}</li>
      {releases.map((release) => (
        <li key={release.allocationId} className={styles.release}>
          <span>{t('receivable.releaseOf', { day: dayText(words, release.sourceOn) })}</span>
          <MoneyText amount={release.releasedFen} />
        </li>
      ))}
    </ul>
  );
}
