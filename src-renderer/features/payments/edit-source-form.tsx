import { Input } from 'antd';
import { useState } from 'react';
import { paymentMethods } from '../../../src-shared/payments/payment.ts';
import { ChangeForm, useChange } from '../../components/change-form.tsx';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { DayPicker } from '../../components/day-picker.tsx';
import { FormField } from '../../components/form-field.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { PersonField } from '../../components/person-field.tsx';
import { client } from '../../ipc/client.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import type { SourceFormProps } from './source-form-props.ts';

/** What changes nothing of what is owed. Amount and day are not edited: such a payment is voided and entered anew. */
export function EditSourceForm({ source, onDone }: SourceFormProps) {
  const { t } = useWindowWords();
  const [method, setMethod] = useState(source.method ?? 'other');
  const [billNo, setBillNo] = useState(source.billNo ?? '');
  const [billDueOn, setBillDueOn] = useState(source.billDueOn);
  const [reference, setReference] = useState(source.reference ?? '');
  const [note, setNote] = useState(source.note ?? '');
  const [collectedById, setCollectedById] = useState(source.collectedById);
  const { error, isSaving, run } = useChange(onDone);
  const isBill = method === 'acceptance_bill';
  const save = () =>
    void run(
      () =>
        client.payments.update({
          id: source.id,
          fields: {
            method,
            billNo: isBill ? billNo : null,
            billDueOn: isBill ? billDueOn : null,
            reference,
            note,
            collectedById,
          },
        }),
      t('source.edited'),
    );
  return (
    <ChangeForm label={t('action.save')} isSaving={isSaving} onSave={save} onCancel={onDone}>
      <FormField label={t('payment.method')} problem={problemOf(t, error, 'method')}>
        <ChoiceChips
          label={t('payment.method')}
          choices={paymentMethods.map((key) => ({ key, label: t(`money.method.${key}`) }))}
          value={method}
          onChange={setMethod}
        />
      </FormField>
      {isBill && (
        <>
          <FormField label={t('payment.billNo')} problem={problemOf(t, error, 'billNo')}>
            <Input
              size="small"
              aria-label={t('payment.billNo')}
              value={billNo}
              maxLength={60}
              onChange={(event) => setBillNo(event.target.value)}
            />
          </FormField>
          <FormField label={t('payment.billDueOn')} isRequired problem={problemOf(t, error, 'billDueOn')}>
            <DayPicker size="small" label={t('payment.billDueOn')} value={billDueOn} onChange={setBillDueOn} />
          </FormField>
        </>
      )}
      <FormField label={t('payment.reference')} problem={problemOf(t, error, 'reference')}>
        <Input
          size="small"
          autoFocus
          aria-label={t('payment.reference')}
          value={reference}
          maxLength={100}
          onChange={(event) => setReference(event.target.value)}
        />
      </FormField>
      <FormField label={t('payment.collectedBy')} problem={problemOf(t, error, 'collectedById')}>
        <PersonField
          label={t('payment.collectedBy')}
          nobody={t('payment.nobody')}
          value={collectedById}
          onChange={setCollectedById}
        />
      </FormField>
      <FormField label={t('field.note')} problem={problemOf(t, error, 'note')}>
        <Input
          size="small"
          aria-label={t('field.note')}
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.target.value)}
        />
      </FormField>
    </ChangeForm>
  );
}
