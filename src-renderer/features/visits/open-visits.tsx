import { Button } from 'antd';
import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { suggestedDay } from '../../../src-shared/visits/suggested-day.ts';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useToday } from '../../ipc/use-book.ts';
import { useWorkCalendar } from '../../ipc/use-work-calendar.ts';
import { OpenPlanRow } from './open-plan-row.tsx';
import styles from './open-visits.module.css';
import { PastVisits } from './past-visits.tsx';
import { emptyPlan, type PlanCustomer } from './plan-draft.ts';
import { PlanForm } from './plan-form.tsx';

interface Props {
  readonly customer: PlanCustomer;
  readonly openPlans: readonly VisitPlan[];
  readonly cadenceDays: number;
  readonly mayEdit: boolean;
  /** Puts the caret into the line in which the visit is noted. */
  readonly onComplete: () => void;
}

/** 拜访: what is planned, all that can be done with it, and below it what became of earlier plans. */
export function OpenVisits({ customer, openPlans, cadenceDays, mayEdit, onComplete }: Props) {
  const { t } = useTranslation();
  const suggested = suggestedDay(useToday(), cadenceDays, useWorkCalendar());
  return (
    <div className={styles.visits}>
      {openPlans.length === 0 && <EmptyState title={t('visit.none')} words={t('visit.noneWords')} />}
      {openPlans.length > 0 && (
        <ul className={styles.list}>
          {openPlans.map((plan) => (
            <OpenPlanRow key={plan.id} plan={plan} customer={customer} mayEdit={mayEdit} onComplete={onComplete} />
          ))}
        </ul>
      )}
      {mayEdit && <NewPlan customer={customer} day={suggested} />}
      <PastVisits customerId={customer.id} />
    </div>
  );
}

function NewPlan({ customer, day }: { readonly customer: PlanCustomer; readonly day: CalendarDate }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button size="small" icon={<CalendarPlus size={14} strokeWidth={1.75} />} onClick={() => setOpen(true)}>
        {t('visit.newPlan')}
      </Button>
    );
  }
  return (
    <PlanForm
      draftKey={`plan:new:${customer.id}`}
      start={emptyPlan(day, customer)}
      plan={null}
      isCustomerFixed
      focus="day"
      onDone={() => setOpen(false)}
      onCancel={() => setOpen(false)}
    />
  );
}
