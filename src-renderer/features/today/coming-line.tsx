import { CalendarDays } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import { TierBadge } from '../../components/tier-badge.tsx';
import type { RowLook } from './row-look.ts';
import styles from './rows.module.css';

interface Props {
  readonly entry: VisitEntry;
  readonly look: RowLook;
  readonly isStop: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (customerId: string) => void;
}

/** A visit of a day to come: to be looked at, not to be ticked. */
export const ComingLine = memo(function ComingLine({ entry, look, isStop, isOpen, onOpen }: Props) {
  const { t } = useTranslation();
  const { plan } = entry;
  return (
    <li className={styles.item} data-row={`plan:${plan.id}`} data-customer={entry.customerId} data-open={isOpen}>
      <div className={`${styles.row} ${styles.visit}`}>
        <span className={styles.icon}>
          <CalendarDays size={16} strokeWidth={1.75} aria-hidden />
        </span>
        <span className={styles.when}>
          {plan.plannedTime ?? <span className={styles.who}>{t('today.anyTime')}</span>}
        </span>
        <TierBadge tier={look.tierOf(entry.tierId)} />
        <button
          type="button"
          data-main
          className={styles.name}
          tabIndex={isStop ? 0 : -1}
          title={entry.name}
          onClick={() => onOpen(entry.customerId)}
        >
          {entry.name}
        </button>
        <span className={`${styles.cell} ${styles.quiet}`} title={plan.purpose ?? undefined}>
          {plan.purpose ?? entry.district}
        </span>
        <span className={`${styles.cell} ${styles.quiet}`}>{look.personOf(plan.personId)}</span>
        <span className={`${styles.cell} ${styles.quiet} ${styles.end}`}>{entry.contactName}</span>
      </div>
    </li>
  );
});
