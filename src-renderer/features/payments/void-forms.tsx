import { useState } from 'react';
import type { RefundView, VoidKind } from '../../../src-shared/payments/payment.ts';
import { DayField, ReasonField } from '../../components/change-fields.tsx';
import { ChangeForm, useChange } from '../../components/change-form.tsx';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { FormField } from '../../components/form-field.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { client } from '../../ipc/client.ts';
import { moneyText } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './source-dialog.module.css';
import type { SourceFormProps } from './source-form-props.ts';

/** 作废, or 退票 of a bill or cheque: what it settled opens again with its old due day. */
export function VoidSourceForm({ source, onDone }: SourceFormProps) {
  const { t, today } = useWindowWords();
  const canBounce = source.method === 'acceptance_bill' || source.method === 'cheque';
  const [kind, setKind] = useState<VoidKind>(canBounce ? 'bounced' : 'mistake');
  // What was never there is taken out from its own day on; a bill bounces when it bounces.
  const [on, setOn] = useState(canBounce ? today : source.on);
  const [reason, setReason] = useState('');
  const { error, isSaving, run, missing } = useChange(onDone);
  const choose = (next: VoidKind) => {
    setKind(next);
    setOn(next === 'bounced' ? today : source.on);
  };
  const save = () => {
    if (reason.trim() === '') return missing('reason');
    void run(
      () => client.payments.void({ id: source.id, on, kind, reason }),
      t(kind === 'bounced' ? 'source.bounced' : 'source.voidDone', { amount: moneyText(source.amountFen) }),
    );
  };
  return (
    <ChangeForm
      label={t(kind === 'bounced' ? 'source.bounce' : 'money.change.void')}
      isDanger
      isSaving={isSaving}
      onSave={save}
      onCancel={onDone}
    >
      {canBounce && (
        <FormField label={t('source.why')}>
          <ChoiceChips
            label={t('source.why')}
            choices={[
              { key: 'bounced', label: t('source.bounce') },
              { key: 'mistake', label: t('source.mistake') },
            ]}
            value={kind}
            onChange={choose}
          />
        </FormField>
      )}
      <ReasonField
        isRequired
        hasFocus
        value={reason}
        problem={problemOf(t, error, 'reason')}
        maxLength={500}
        onChange={setReason}
      />
      <DayField value={on} problem={problemOf(t, error, 'on')} onChange={setOn} />
      <p className={styles.quiet}>{t('source.voidWords')}</p>
    </ChangeForm>
  );
}

/** A refund that was not paid out after all. */
export function VoidRefundForm({ refund, onDone }: { readonly refund: RefundView; readonly onDone: () => void }) {
  const { t } = useWindowWords();
  const [on, setOn] = useState(refund.on);
  const [reason, setReason] = useState('');
  const { error, isSaving, run, missing } = useChange(onDone);
  const save = () => {
    if (reason.trim() === '') return missing('reason');
    void run(
      () => client.payments.voidRefund({ id: refund.id, on, reason }),
      t('source.refundVoided', { amount: moneyText(refund.amountFen) }),
    );
  };
  return (
    <ChangeForm label={t('source.voidRefund')} isDanger isSaving={isSaving} onSave={save} onCancel={onDone}>
      <ReasonField
        isRequired
        hasFocus
        value={reason}
        problem={problemOf(t, error, 'reason')}
        maxLength={500}
        onChange={setReason}
      />
      <DayField value={on} problem={problemOf(t, error, 'on')} onChange={setOn} />
    </ChangeForm>
  );
}
