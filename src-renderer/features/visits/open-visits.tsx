import { Button, Input, Popover } from 'antd';
import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { dayText, dueText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './open-visits.module.css';

interface Props {
  readonly customerId: string;
  readonly openPlans: readonly VisitPlan[];
  readonly cadenceDays: number;
  readonly mayEdit: boolean;
}

/** 拜访: the plans that are open. Moved and cancelled ones are in the timeline. */
export function OpenVisits({ customerId, openPlans, cadenceDays, mayEdit }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.visits}>
      {openPlans.length === 0 ? (
        <EmptyState title={t('visit.none')} words={t('visit.noneWords')} />
      ) : (
        <ul className={styles.list}>
          {openPlans.map((plan) => (
            <Plan key={plan.id} plan={plan} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
      {mayEdit && <NewPlan customerId={customerId} cadenceDays={cadenceDays} />}
    </div>
  );
}

function Plan({ plan, mayEdit }: { readonly plan: VisitPlan; readonly mayEdit: boolean }) {
  const words = useWindowWords();
  const { t } = words;
  const { users } = useUsers();
  const due = dueText(words, plan.plannedOn);
  const move = (day: CalendarDate | null) => {
    if (day === null || day === plan.plannedOn) return;
    void reported(
      client.visits.update({ id: plan.id, fields: { plannedOn: day } }),
      t('visit.moved', { day: dayText(words, day) }),
    );
  };
  return (
    <li className={styles.plan}>
      <div className={styles.line}>
        <span className={styles.due} data-tone={due.tone}>
          {due.text}
        </span>
        <span className={styles.what}>
          {[plan.plannedTime, plan.purpose].filter((part) => part !== null).join(' ')}
        </span>
        <span className={styles.who}>{users.find((user) => user.id === plan.personId)?.name}</span>
      </div>
      {mayEdit && (
        <div className={styles.line}>
          <span className={styles.day}>
            <DayPicker
              size="small"
              label={t('visit.move')}
              value={plan.plannedOn}
              isClearable={false}
              onChange={move}
            />
          </span>
          <CancelPlan plan={plan} />
        </div>
      )}
    </li>
  );
}

function CancelPlan({ plan }: { readonly plan: VisitPlan }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const cancel = () => {
    if (reason.trim() !== '') void reported(client.visits.cancel({ id: plan.id, reason }), t('visit.cancelled'));
  };
  return (
    <Popover
      trigger="click"
      arrow={false}
      placement="bottomRight"
      destroyOnHidden
      content={
        <div className={styles.reason}>
          <Input
            autoFocus
            size="small"
            value={reason}
            maxLength={500}
            placeholder={t('visit.reasonHint')}
            aria-label={t('field.cancelledReason')}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={cancel}
          />
          <Button size="small" type="primary" disabled={reason.trim() === ''} onClick={cancel}>
            {t('visit.cancel')}
          </Button>
        </div>
      }
    >
      <Button size="small" type="text">
        {t('visit.cancel')}
      </Button>
    </Popover>
  );
}

function NewPlan({ customerId, cadenceDays }: { readonly customerId: string; readonly cadenceDays: number }) {
  const words = useWindowWords();
  const { t } = words;
  const today = useToday();
  const [chosen, setChosen] = useState<CalendarDate | null>(null);
  const [purpose, setPurpose] = useState('');
  const day = chosen ?? addDays(today, cadenceDays);
  const plan = async () => {
    const done = await reported(
      client.visits.plan({ customerId, plannedOn: day, purpose }),
      t('visit.planned', { day: dayText(words, day) }),
    );
    if (!done) return;
    setPurpose('');
    setChosen(null);
  };
  return (
    <div className={styles.add}>
      <span className={styles.day}>
        <DayPicker
          size="small"
          label={t('visit.day')}
          value={day}
          from={today}
          isClearable={false}
          onChange={setChosen}
        />
      </span>
      <Input
        size="small"
        value={purpose}
        maxLength={500}
        placeholder={t('visit.purposeHint')}
        aria-label={t('field.purpose')}
        onChange={(event) => setPurpose(event.target.value)}
        onPressEnter={() => void plan()}
      />
      <Button size="small" icon={<CalendarPlus size={14} strokeWidth={1.75} />} onClick={() => void plan()}>
        {t('visit.add')}
      </Button>
    </div>
  );
}
