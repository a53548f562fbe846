import { Button, Input, type InputRef, Modal } from 'antd';
import { useRef, useState } from 'react';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { addDays, type CalendarDate, daysBetween } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type ChosenCustomer, CustomerField } from '../../components/customer-field.tsx';
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
import { moneyText, readTypedAmount } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './receivables.module.css';

/** 登记期初应收: a balance from before Keben, or a debt whose order is kept elsewhere. */
export function ReceivableDialog({ customerId }: { readonly customerId: Id | null }) {
  const { t, today } = useWindowWords();
  const [chosen, setChosen] = useState<ChosenCustomer | null>(null);
  const [amount, setAmount] = useState('');
  const [issuedOn, setIssuedOn] = useState<CalendarDate>(today);
  const [dueOn, setDueOn] = useState<CalendarDate>(() => addDays(today, 30));
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const amountField = useRef<InputRef>(null);
  const { isSaving, begin, end } = useSaving();
  const known = useRead('customers', 'get', { id: customerId ?? '' }, { enabled: customerId !== null }).data;
  const customer = customerId === null ? chosen : { id: customerId, name: known?.name ?? '' };

  // Balances from before the book may be, a mistyped year must be seen.
  const daysLate = daysBetween(dueOn, today);
  const missing = (field: string) => setError({ kind: 'validation', fields: [{ field, problem: 'required' }] });
  const save = async (): Promise<void> => {
    const read = readTypedAmount(amount);
    if (!customer) return missing('customerId');
    if (read.kind === 'empty') return missing('amountFen');
    if (read.kind === 'problem') return;
    if (!begin()) return;
    const fields = { customerId: customer.id, issuedOn, dueOn, amountFen: read.fen, reference, note };
    const done = await settled(client.receivables.enter(fields));
    end();
    if (!done.ok) {
      setError(done.error);
      if (done.error.kind !== 'validation') sayError(done.error);
      return;
    }
    notifyDone(t('receivable.saved', { name: customer.name, amount: moneyText(read.fen) }), done.value.batchId);
    closeMoneyRequest();
  };
  return (
    <Modal
      open
      width={480}
      style={{ top: 96 }}
      title={t('receivable.title')}
      footer={null}
      mask={{ closable: false }}
      onCancel={closeMoneyRequest}
    >
      <form
        className={styles.form}
        aria-label={t('receivable.title')}
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
        {customerId === null ? (
          <FormField label={t('money.customer')} isRequired problem={problemOf(t, error, 'customerId')}>
            <CustomerField
              label={t('money.customer')}
              right="money.edit"
              value={chosen}
              hasFocus
              onChange={(customer) => {
                setChosen(customer);
                amountField.current?.focus();
              }}
            />
          </FormField>
        ) : (
          <p className={styles.about}>{customer?.name}</p>
        )}
        <FormField label={t('payment.amount')} isRequired problem={problemOf(t, error, 'amountFen')}>
          <MoneyField
            label={t('payment.amount')}
            field={amountField}
            hasFocus={customerId !== null}
            typed={amount}
            onType={(text) => {
              setError(null);
              setAmount(text);
            }}
          />
        </FormField>
        <FormField label={t('receivable.issuedOn')} isRequired problem={problemOf(t, error, 'issuedOn')}>
          <DayPicker
            size="small"
            label={t('receivable.issuedOn')}
            value={issuedOn}
            isClearable={false}
            onChange={(day) => day && setIssuedOn(day)}
          />
        </FormField>
        <FormField label={t('receivable.dueOn')} isRequired problem={problemOf(t, error, 'dueOn')}>
          <DayPicker
            size="small"
            label={t('receivable.dueOn')}
            value={dueOn}
            isClearable={false}
            presets={[0, 30, 45, 60, 90].map((days) => ({
              label: t('receivable.afterDays', { count: days }),
              day: addDays(issuedOn, days),
            }))}
            onChange={(day) => day && setDueOn(day)}
          />
          {daysLate > 0 && (
            <span className={styles.hint} role="status">
              {t('receivable.lateAtOnce', { count: daysLate })}
            </span>
          )}
        </FormField>
        <FormField label={t('receivable.reference')} problem={problemOf(t, error, 'reference')}>
          <Input
            size="small"
            aria-label={t('receivable.reference')}
            value={reference}
            maxLength={60}
            placeholder={t('receivable.referenceHint')}
            onChange={(event) => setReference(event.target.value)}
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
