import type { AutoPlanProposal } from '../../../src-shared/visits/auto-plan-proposal.ts';
import { TierBadge } from '../../components/tier-badge.tsx';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { dueText, shortDayText } from '../../text/day-text.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './proposal-list.module.css';
import { fullDaysByPerson } from './proposal-words.ts';

interface Props {
  readonly proposal: AutoPlanProposal;
  readonly onOpen: (customerId: string) => void;
}

/** Who could not be planned and why, and on which days who has no room left. */
export function LeftOut({ proposal, onOpen }: Props) {
  const words = useWindowWords();
  const { t, today } = words;
  const { users } = useUsers();
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const nameOf = (id: string | null) => users.find((user) => user.id === id)?.name ?? null;
  const { unplanned, unplannedCount, fullDays } = proposal;
  const unnamed = unplannedCount - unplanned.length;
  return (
    <>
      {unplannedCount > 0 && (
        <details className={styles.leftOut}>
          <summary>{t('autoPlan.unplanned', { count: unplannedCount, shown: countText(unplannedCount) })}</summary>
          <ul className={styles.rows}>
            {unplanned.map(({ customerId, name, tierId, personId, dueOn, reason }) => (
              <li key={customerId} className={styles.row}>
                <TierBadge tier={tiers.find((tier) => tier.id === tierId) ?? null} />
                <div className={styles.who}>
                  <button type="button" className={styles.name} title={name} onClick={() => onOpen(customerId)}>
                    {name}
                  </button>
                  <span className={styles.second}>
                    {[t(`autoPlan.reason.${reason}`), nameOf(personId)].filter(Boolean).join(' · ')}
                  </span>
                </div>
                <span className={styles.due} data-late={dueOn < today || undefined}>
                  {dueOn < today ? dueText(words, dueOn).text : t('autoPlan.due', { day: shortDayText(words, dueOn) })}
                </span>
              </li>
            ))}
          </ul>
          {unnamed > 0 && (
            <p className={styles.none}>{t('autoPlan.andMore', { count: unnamed, shown: countText(unnamed) })}</p>
          )}
        </details>
      )}
      {fullDays.length > 0 && (
        <details className={styles.leftOut}>
          <summary>{t('autoPlan.fullDays', { count: fullDays.length, shown: countText(fullDays.length) })}</summary>
          <ul className={styles.full}>
            {fullDaysByPerson(fullDays).map(({ personId, days }) => (
              <li key={personId}>
                <span className={styles.person}>{nameOf(personId)}</span>
                {days.map((day) => shortDayText(words, day)).join(t('autoPlan.listSeparator'))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
