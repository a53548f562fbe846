import { Button, Dropdown } from 'antd';
import { Check, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { dueText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { CancelPlan } from './cancel-plan.tsx';
import styles from './open-visits.module.css';
import { draftOfPlan, type PlanCustomer } from './plan-draft.ts';
import { PlanForm } from './plan-form.tsx';
import { hoursText } from './plan-words.ts';
import { markMissed } from './plan-writes.ts';

interface Props {
  readonly plan: VisitPlan;
  readonly customer: PlanCustomer;
  readonly mayEdit: boolean;
  readonly onComplete: () => void;
}

/** An open plan in the pane: when, what for, who; complete, change, mark missed or cancel it where it stands. */
export function OpenPlanRow({ plan, customer, mayEdit, onComplete }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const { users } = useUsers();
  const [part, setPart] = useState<'change' | 'cancel' | null>(null);
  const due = dueText(words, plan.plannedOn);
  const close = () => setPart(null);
  const isRepeating = plan.seriesId !== null;
  return (
    <li className={styles.plan}>
      <div className={styles.line}>
        <span className={styles.due} data-tone={due.tone}>
          {due.text}
        </span>
        <span className={styles.what}>{[hoursText(plan), plan.purpose].filter(Boolean).join(' ')}</span>
        <span className={styles.who}>{users.find((user) => user.id === plan.personId)?.name}</span>
      </div>
      {mayEdit && part === null && (
        <div className={styles.line}>
          <Button size="small" icon={<Check size={14} strokeWidth={1.75} />} onClick={onComplete}>
            {t('visit.complete')}
          </Button>
          <Button size="small" type="text" onClick={() => setPart('change')}>
            {t('visit.move')}
          </Button>
          <Dropdown
            autoFocus
            trigger={['click']}
            menu={{
              items: [
                { key: 'missed', label: t('visit.markMissed') },
                { key: 'cancel', label: t('visit.cancel'), danger: true },
              ],
              onClick: ({ key }) => (key === 'cancel' ? setPart('cancel') : void markMissed(words, plan.id)),
            }}
          >
            <Button
              size="small"
              type="text"
              aria-label={t('action.more')}
              icon={<Ellipsis size={16} strokeWidth={1.75} />}
            />
          </Dropdown>
        </div>
      )}
      {part === 'change' && (
        <PlanForm
          draftKey={`plan:${plan.id}`}
          start={draftOfPlan(plan, customer)}
          plan={plan}
          isRepeating={isRepeating}
          isCustomerFixed
          focus="day"
          onDone={close}
          onCancel={close}
        />
      )}
      {part === 'cancel' && <CancelPlan plan={plan} isRepeating={isRepeating} onDone={close} onBack={close} />}
    </li>
  );
}
