import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { addDays, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { namedPeriod } from '../../../src-shared/core/named-period.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { FormField } from '../../components/form-field.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { moveOnEnter } from '../../components/move-on-enter.ts';
import { useSaving } from '../../components/use-saving.ts';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useRead } from '../../ipc/use-read.ts';
import { closeMoneyRequest } from '../../state/money-request.ts';
import { comboOf } from '../../state/shortcuts.ts';
import { notifyDone } from '../../state/toasts.ts';
import { dayText } from '../../text/day-text.ts';
import { moneyText, readTypedAmount } from '../../text/money-text.ts';
import { receivableText } from '../../text/receivable-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './payment-dialog.module.css';

interface Props {
  readonly customerId: Id;
  /** Null: of all he owes. */
  readonly receivableId: Id | null;
}

/** 记承诺: when he said he would pay, and how much if he named it. */
export function PromiseDialog({ customerId, receivableId }: Props) {
  const words = useWindowWords();
  const { t, today } = words;
  const [promisedOn, setPromisedOn] = useState<CalendarDate>(() => addDays(today, 7));
  const [amount, setAmount] = useState('');
  const [note, setNote] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const { isSaving, begin, end } = useSaving();
  const customer = useRead('customers', 'get', { id: customerId }).data;
  const receivableIds = receivableId === null ? [] : [receivableId];
  const money = useRead('receivables', 'ofCustomer', { customerId, latest: 1, receivableIds }).data;
  const receivable = money?.receivables.find(({ id }) => id === receivableId) ?? null;
  const open = receivable?.openFen ?? money?.summary.openFen ?? null;
  const save = async () => {
    const read = readTypedAmount(amount);
    if (read.kind === 'problem' || !begin()) return;
    const amountFen = read.kind === 'amount' ? read.fen : null;
    const done = await settled(client.payments.promise({ customerId, receivableId, promisedOn, amountFen, note }));
    end();
    if (!done.ok) {
      setError(done.error);
      if (done.error.kind !== 'validation') sayError(done.error);
      return;
    }
    const said = { name: customer?.name ?? '', day: dayText(words, promisedOn) };
    notifyDone(t('promise.saved', said), done.value.batchId);
    closeMoneyRequest();
  };
  return (
    <Modal
      open
      width={440}
      style={{ top: 96 }}
      title={t('promise.titleFor', { name: customer?.name ?? '' })}
      footer={null}
      mask={{ closable: false }}
      onCancel={closeMoneyRequest}
    >
      <form
        className={styles.form}
        aria-label={t('promise.title')}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (!['mod+enter', 'mod+s'].includes(comboOf(event))) return moveOnEnter(event);
          event.preventDefault();
          event.stopPropagation();
          void save();
        }}
      >
        <p className={styles.about}>
          {receivable ? receivableText(words, receivable) : t('promise.ofAll')}
          {open !== null && t('promise.open', { amount: moneyText(open) })}
        </p>
        <FormField label={t('promise.day')} isRequired problem={problemOf(t, error, 'promisedOn')}>
          <DayPicker
            size="small"
            label={t('promise.day')}
            hasFocus
            value={promisedOn}
            from={today}
            isClearable={false}
            presets={[
              { label: t('day.tomorrow'), day: addDays(today, 1) },
              { label: t('desk.inDays', { count: 7 }), day: addDays(today, 7) },
              { label: t('desk.monthEnd'), day: namedPeriod('this_month', today).to },
            ]}
            onChange={(day) => day && setPromisedOn(day)}
          />
        </FormField>
        <FormField label={t('promise.amount')} problem={problemOf(t, error, 'amountFen')}>
          <MoneyField
            label={t('promise.amount')}
            typed={amount}
            placeholder={t('promise.noAmount')}
            onType={setAmount}
          />
        </FormField>
        <FormField label={t('field.note')} problem={problemOf(t, error, 'note')}>
          <Input
            size="small"
            aria-label={t('field.note')}
            value={note}
            maxLength={500}
            placeholder={t('promise.noteHint')}
            onChange={(event) => setNote(event.target.value)}
          />
        </FormField>
        <div className={styles.foot}>
          <Button size="small" onClick={closeMoneyRequest}>
            {t('action.cancel')}
          </Button>
          <Button size="small" type="primary" htmlType="submit" loading={isSaving}>
            {t('action.save')}
            <KeyHint combo="mod+enter" onSolid />
          </Button>
        </div>
      </form>
    </Modal>
  );
}
