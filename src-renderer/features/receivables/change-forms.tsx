import { useState } from 'react';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { DayField, ReasonField } from '../../components/change-fields.tsx';
import { ChangeForm, useChange } from '../../components/change-form.tsx';
import { DayPicker } from '../../components/day-picker.tsx';
import { FormField } from '../../components/form-field.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { MoneyField } from '../../components/money-field.tsx';
import { client } from '../../ipc/client.ts';
import { useRead } from '../../ipc/use-read.ts';
import { dayText } from '../../text/day-text.ts';
import { moneyText, readTypedAmount, typedMoney } from '../../text/money-text.ts';
import { receivableText } from '../../text/receivable-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import type { ChangeFormProps } from './change-form-props.ts';
import { FreedPayments } from './freed-payments.tsx';
import styles from './receivables.module.css';

/** Another due day, in force from a day on: what came before is judged by the old one (domain §1). */
export function DueForm({ receivable, onDone }: ChangeFormProps) {
  const words = useWindowWords();
  const { t, today } = words;
  const [dueOn, setDueOn] = useState<CalendarDate>(receivable.dueOn);
  const [dueFrom, setDueFrom] = useState<CalendarDate>(today);
  const [reason, setReason] = useState('');
  const { error, isSaving, run } = useChange(onDone);
  const save = () =>
    void run(
      () => client.receivables.update({ id: receivable.id, fields: { dueOn, dueFrom, dueReason: reason } }),
      t('receivable.dueChanged', { day: dayText(words, dueOn) }),
    );
  return (
    <ChangeForm label={t('money.change.due')} isSaving={isSaving} onSave={save} onCancel={onDone}>
      <FormField label={t('receivable.newDueOn')} isRequired problem={problemOf(t, error, 'dueOn')}>
        <DayPicker
          size="small"
          label={t('receivable.newDueOn')}
          hasFocus
          value={dueOn}
          isClearable={false}
          onChange={(day) => day && setDueOn(day)}
        />
      </FormField>
      <FormField label={t('receivable.dueFrom')} isRequired problem={problemOf(t, error, 'dueFrom')}>
        <DayPicker
          size="small"
          label={t('receivable.dueFrom')}
          value={dueFrom}
          isClearable={false}
          onChange={(day) => day && setDueFrom(day)}
        />
        <p className={styles.quiet}>{t('receivable.dueFromWords')}</p>
      </FormField>
      <ReasonField value={reason} problem={problemOf(t, error, 'dueReason')} onChange={setReason} maxLength={200} />
    </ChangeForm>
  );
}

/** 有争议, with the reason; an empty reason ends it. */
export function DisputeForm({ receivable, onDone }: ChangeFormProps) {
  const { t } = useWindowWords();
  const [reason, setReason] = useState(receivable.disputeReason ?? '');
  const { error, isSaving, run, missing } = useChange(onDone);
  const save = () => {
    if (reason.trim() === '' && receivable.disputeReason === null) return missing('disputeReason');
    void run(
      () => client.receivables.update({ id: receivable.id, fields: { disputeReason: reason } }),
      t(reason.trim() === '' ? 'receivable.disputeEnded' : 'receivable.disputeMarked'),
    );
  };
  return (
    <ChangeForm label={t('action.save')} isSaving={isSaving} onSave={save} onCancel={onDone}>
      <ReasonField
        value={reason}
        problem={problemOf(t, error, 'disputeReason')}
        hasFocus
        onChange={setReason}
        maxLength={200}
      />
      <p className={styles.quiet}>{t('receivable.disputeWords')}</p>
    </ChangeForm>
  );
}

/** 坏账 of the open rest, or of a part of it. */
export function WriteOffForm({ receivable, onDone }: ChangeFormProps) {
  const { t, today } = useWindowWords();
  const [typed, setTyped] = useState(() => typedMoney(receivable.openFen));
  const [on, setOn] = useState<CalendarDate>(today);
  const [reason, setReason] = useState('');
  const { error, isSaving, run, missing } = useChange(onDone);
  const read = readTypedAmount(typed);
  const isBeyond = read.kind === 'amount' && read.fen > receivable.openFen;
  const save = () => {
    if (read.kind === 'empty') return missing('amountFen');
    if (read.kind === 'problem' || isBeyond) return;
    if (reason.trim() === '') return missing('reason');
    void run(
      () => client.receivables.writeOff({ id: receivable.id, on, amountFen: read.fen, reason }),
      t('receivable.writtenOff', { amount: moneyText(read.fen) }),
    );
  };
  return (
    <ChangeForm label={t('money.change.writeOff')} isDanger isSaving={isSaving} onSave={save} onCancel={onDone}>
      <FormField label={t('payment.amount')} isRequired problem={problemOf(t, error, 'amountFen')}>
        <MoneyField
          label={t('payment.amount')}
          hasFocus
          typed={typed}
          problem={isBeyond ? t('payment.beyondOpen') : null}
          onType={setTyped}
        />
      </FormField>
      <DayField value={on} problem={problemOf(t, error, 'on')} onChange={setOn} />
      <ReasonField
        isRequired
        value={reason}
        problem={problemOf(t, error, 'reason')}
        onChange={setReason}
        maxLength={500}
      />
    </ChangeForm>
  );
}

/** A debt that never was; what settled it becomes prepayment. */
export function VoidForm({ receivable, onDone }: ChangeFormProps) {
  const words = useWindowWords();
  const { t, today } = words;
  const [on, setOn] = useState<CalendarDate>(today);
  const [reason, setReason] = useState('');
  const { error, isSaving, run, missing } = useChange(onDone);
  const freed = useRead('receivables', 'releases', { id: receivable.id, amountFen: null });
  const save = () => {
    if (reason.trim() === '') return missing('reason');
    void run(
      () => client.receivables.void({ id: receivable.id, on, reason }),
      t('receivable.voided', { name: receivableText(words, receivable) }),
    );
  };
  return (
    <ChangeForm label={t('money.change.void')} isDanger isSaving={isSaving} onSave={save} onCancel={onDone}>
      <ReasonField
        isRequired
        hasFocus
        value={reason}
        problem={problemOf(t, error, 'reason')}
        onChange={setReason}
        maxLength={500}
      />
      <DayField value={on} problem={problemOf(t, error, 'on')} onChange={setOn} />
      <FreedPayments releases={freed.data?.releases ?? []} />
    </ChangeForm>
  );
}
