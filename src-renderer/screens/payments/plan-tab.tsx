import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import { PromiseList } from '../../features/payments/promise-list.tsx';
import { CallList } from '../../features/receivables/call-list.tsx';
import { DueList } from '../../features/receivables/due-list.tsx';
import { writeFollowUp } from '../../state/open-customer.ts';
import { goTo } from '../../state/page.ts';
import styles from './payments-screen.module.css';

/** 回款计划: whom to call, what was promised, what falls due. */
export function PlanTab({ onOpen }: { readonly onOpen: (customerId: Id) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.plan}>
      <section className={styles.section} aria-label={t('desk.section.calls')}>
        <h2 className={styles.heading}>{t('desk.section.calls')}</h2>
        <CallList onOpen={onOpen} onFollowUp={followUp} onCalled={noteCall} />
      </section>
      <section className={styles.section} aria-label={t('desk.section.promises')}>
        <h2 className={styles.heading}>{t('desk.section.promises')}</h2>
        <PromiseList onOpen={onOpen} />
      </section>
      <section className={styles.section} aria-label={t('desk.section.due')}>
        <h2 className={styles.heading}>{t('desk.section.due')}</h2>
        <DueList />
      </section>
    </div>
  );
}

/** The talk is over: its line, with 电话 chosen. */
function noteCall(customerId: Id): void {
  goTo('customers');
  writeFollowUp(customerId, 'phone');
}

function followUp(customerId: Id): void {
  goTo('customers');
  writeFollowUp(customerId);
}
