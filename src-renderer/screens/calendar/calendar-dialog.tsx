import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type CardMode, PlanCard } from '../../features/visits/plan-card.tsx';
import { emptyPlan, type PlanDraft } from '../../features/visits/plan-draft.ts';
import { PlanForm } from '../../features/visits/plan-form.tsx';
import { useToday } from '../../ipc/use-book.ts';
import { openCustomer } from '../../state/open-customer.ts';
import { goTo } from '../../state/page.ts';
import { DueDialog } from './due-dialog.tsx';
import { PlanFollowUp } from './plan-follow-up.tsx';

/** What lies over the calendar. */
export type Dialog =
  | { readonly kind: 'plan'; readonly planId: Id; readonly mode: CardMode }
  /** What falls due on a day. */
  | { readonly kind: 'due'; readonly on: CalendarDate }
  | { readonly kind: 'new'; readonly start: PlanDraft; readonly isCustomerFixed: boolean };

interface Props {
  readonly dialog: Dialog | null;
  /** Whose days the calendar shows; absent: everybody's. */
  readonly persons: readonly (Id | 'none')[] | undefined;
  readonly onChange: (dialog: Dialog | null) => void;
}

export const newPlanDraftKey = 'plan:new';

export function CalendarDialog({ dialog, persons, onChange }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const close = () => onChange(null);
  if (!dialog) return null;
  if (dialog.kind === 'due') return <DueDialog on={dialog.on} persons={persons} onClose={close} />;
  if (dialog.kind === 'new') {
    const { start, isCustomerFixed } = dialog;
    const name = isCustomerFixed ? start.customer?.name : undefined;
    return (
      <Modal
        open
        width={520}
        footer={null}
        title={name === undefined ? t('visit.planTitle') : t('visit.planTitleFor', { name })}
        onCancel={close}
      >
        <PlanForm
          key={start.customer?.id ?? ''}
          draftKey={newPlanDraftKey}
          start={start}
          plan={null}
          isCustomerFixed={isCustomerFixed}
          focus={isCustomerFixed ? 'day' : 'customer'}
          onDone={close}
          onCancel={close}
        />
      </Modal>
    );
  }
  return (
    <Modal open width={520} footer={null} title={t('visit.cardLabel')} onCancel={close}>
      <PlanCard
        key={dialog.planId}
        planId={dialog.planId}
        mode={dialog.mode}
        onMode={(mode) => onChange({ ...dialog, mode })}
        followUp={(entry, onBack) => <PlanFollowUp entry={entry} onBack={onBack} />}
        onOpenCustomer={(id) => {
          close();
          goTo('customers');
          openCustomer(id);
        }}
        onPlanNext={({ customerId: id, name, ownerId }) =>
          onChange({ kind: 'new', start: emptyPlan(today, { id, name, ownerId }), isCustomerFixed: true })
        }
        onClose={close}
      />
    </Modal>
  );
}
