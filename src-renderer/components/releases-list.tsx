import type { ReleasedAllocation } from '../../src-shared/orders/orders-contract.ts';
import { MoneyText } from './money-text.tsx';
import styles from './releases-list.module.css';

interface Props {
  readonly releases: readonly ReleasedAllocation[];
  /** What happens to them. */
  readonly title: string;
  readonly nameOf: (release: ReleasedAllocation) => string;
}

/**
 * What a change frees, so that nobody agrees to it unseen. Nothing to say about none. Only a list: a void frees all, and what
 * is paid back takes the newest of its payment (domain §1); where payments are chosen there is ReleasesChoice.
 */
export function ReleasesList({ releases, title, nameOf }: Props) {
  if (releases.length === 0) return null;
  return (
    <ul className={styles.releases} aria-label={title}>
      <li className={styles.title}>{title}</li>
      {releases.map((release) => (
        <li key={release.allocationId} className={styles.release}>
          <span>{nameOf(release)}</span>
          <MoneyText amount={release.releasedFen} />
        </li>
      ))}
    </ul>
  );
}
