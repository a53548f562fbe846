import type { Id } from '../../../src-shared/core/id.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { pastDayText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './open-visits.module.css';
import { hoursText } from './plan-words.ts';

/** Plans that were completed, missed or cancelled, the latest first. */
export function PastVisits({ customerId }: { readonly customerId: Id }) {
  const words = useWindowWords();
  const { t } = words;
  const { users } = useUsers();
  const past = useRead('visits', 'past', { customerId }).data;
  if (!past || past.plans.length === 0) return null;
  return (
    <section aria-label={t('visit.past')}>
      <h3 className={styles.heading}>{t('visit.past')}</h3>
      <ul className={styles.list}>
        {past.plans.map((plan) => (
          <li key={plan.id} className={styles.plan}>
            <div className={styles.line}>
              <span className={styles.due}>{pastDayText(words, plan.plannedOn)}</span>
              <span className={styles.what}>
                {[hoursText(plan), plan.purpose, plan.cancelledReason].filter(Boolean).join(' ')}
              </span>
              <span className={styles.who}>
                {[users.find((user) => user.id === plan.personId)?.name, t(`visit.status.${plan.status}`)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {past.total > past.plans.length && (
        <p className={styles.who}>{t('visit.pastMore', { count: past.total - past.plans.length })}</p>
      )}
    </section>
  );
}
