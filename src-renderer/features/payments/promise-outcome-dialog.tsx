import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import {
  type PaymentPromise,
  type PromiseOutcome,
  promiseOutcomes,
} from '../../../src-shared/payments/payment-promise.ts';
import { DayField } from '../../components/change-fields.tsx';
import { ChangeForm, useChange } from '../../components/change-form.tsx';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { FormField } from '../../components/form-field.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { client } from '../../ipc/client.ts';
import { closeMoneyRequest } from '../../state/money-request.ts';
import { dayText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './payment-dialog.module.css';

interface Props {
  readonly promise: Pick<PaymentPromise, 'id' | 'promisedOn' | 'amountFen' | 'outcome' | 'outcomeOn' | 'outcomeNote'>;
  readonly customerName: string;
  /** The one that was chosen; it can still be changed. */
  readonly chosen: PromiseOutcome;
}

/** What became of a promise, and in words why; `open` takes an outcome back. */
export function PromiseOutcomeDialog({ promise, customerName, chosen }: Props) {
  const words = useWindowWords();
  const { t, today } = words;
  const [outcome, setOutcome] = useState<PromiseOutcome>(chosen);
  const [on, setOn] = useState<CalendarDate>(promise.outcomeOn ?? today);
  const [note, setNote] = useState(promise.outcomeNote ?? '');
  const { error, isSaving, run } = useChange(closeMoneyRequest);
  const { id, promisedOn, amountFen } = promise;
  const isSettled = promise.outcome !== 'open';
  const save = () =>
    void run(
      () => client.payments.settlePromise({ id, outcome, on, note }),
      t('promise.settled', { name: customerName, outcome: t(`promise.outcome.${outcome}`) }),
    );
  return (
    <Modal
      open
      width={440}
      style={{ top: 96 }}
      title={t('promise.outcomeTitle', { name: customerName })}
      footer={null}
      mask={{ closable: false }}
      onCancel={closeMoneyRequest}
    >
      <p className={styles.about}>
        {t('promise.about', {
          day: dayText(words, promisedOn),
          amount: amountFen === null ? t('promise.unnamed') : moneyText(amountFen),
        })}
      </p>
      <ChangeForm label={t('action.save')} isSaving={isSaving} onSave={save} onCancel={closeMoneyRequest}>
        <FormField label={t('promise.outcomeLabel')} isRequired problem={problemOf(t, error, 'outcome')}>
          <ChoiceChips
            label={t('promise.outcomeLabel')}
            choices={promiseOutcomes
              .filter((each) => each !== 'open' || isSettled)
              .map((key) => ({ key, label: t(`promise.outcome.${key}`) }))}
            value={outcome}
            onChange={setOutcome}
          />
        </FormField>
        {outcome !== 'open' && (
          <>
            <FormField label={t('field.note')} problem={problemOf(t, error, 'note')}>
              <Input
                size="small"
                autoFocus
                aria-label={t('field.note')}
                value={note}
                maxLength={500}
                placeholder={t('promise.outcomeNoteHint')}
                onChange={(event) => setNote(event.target.value)}
              />
            </FormField>
            <DayField value={on} problem={problemOf(t, error, 'on')} onChange={setOn} />
          </>
        )}
      </ChangeForm>
    </Modal>
  );
}
