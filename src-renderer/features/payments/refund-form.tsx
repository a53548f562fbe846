import { Input } from 'antd';
import { useState } from 'react';
import { fen } from '../../../src-shared/core/money.ts';
import { paymentMethods } from '../../../src-shared/payments/payment.ts';
import { DayField } from '../../components/change-fields.tsx';
import { ChangeForm, useChange } from '../../components/change-form.tsx';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { FormField } from '../../components/form-field.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { MoneyField } from '../../components/money-field.tsx';
import { ReleasesList } from '../../components/releases-list.tsx';
import { client } from '../../ipc/client.ts';
import { useRead } from '../../ipc/use-read.ts';
import { moneyText, readTypedAmount, typedMoney } from '../../text/money-text.ts';
import { receivableText } from '../../text/receivable-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import type { SourceFormProps } from './source-form-props.ts';

/** 退款: prepayment first; beyond that it says which debts open again, and saving agrees to it. */
export function RefundForm({ source, money, onDone }: SourceFormProps) {
  const words = useWindowWords();
  const { t, today } = words;
  const paidBack = source.refunds.reduce(
    (sum, { amountFen, voidedOn }) => sum + (voidedOn === null ? amountFen : 0),
    0,
  );
  const most = fen(source.amountFen - paidBack);
  const [typed, setTyped] = useState(() => (source.leftFen > 0 ? typedMoney(source.leftFen) : ''));
  const [on, setOn] = useState(today);
  const [method, setMethod] = useState(source.method ?? 'transfer');
  const [note, setNote] = useState('');
  const { error, isSaving, run, missing } = useChange(onDone);
  const read = readTypedAmount(typed);
  const amountFen = read.kind === 'amount' ? read.fen : null;
  const isBeyond = amountFen !== null && amountFen > most;
  const mustFree = amountFen !== null && amountFen > source.leftFen && !isBeyond;
  const freed = useRead(
    'payments',
    'refundReleases',
    { id: source.id, amountFen: amountFen ?? 1, on },
    { enabled: mustFree },
  );
  const releases = mustFree ? (freed.data?.releases ?? null) : [];
  const save = () => {
    if (amountFen === null) return read.kind === 'empty' ? missing('amountFen') : undefined;
    // Until the list is on the screen nobody has agreed to it.
    if (isBeyond || releases === null) return;
    const mayRelease = releases.length > 0;
    void run(
      () => client.payments.refund({ id: source.id, on, amountFen, method, note, mayRelease }),
      t('source.refundSaved', { amount: moneyText(amountFen) }),
    );
  };
  const nameOf = (receivableId: string) => {
    const receivable = money.receivables.find(({ id }) => id === receivableId);
    return receivable ? receivableText(words, receivable) : t('source.goneReceivable');
  };
  return (
    <ChangeForm label={t('source.refund')} isSaving={isSaving} onSave={save} onCancel={onDone}>
      <FormField label={t('source.refundAmount')} isRequired problem={problemOf(t, error, 'amountFen')}>
        <MoneyField
          label={t('source.refundAmount')}
          hasFocus
          typed={typed}
          problem={isBeyond ? t('source.atMost', { amount: moneyText(most) }) : null}
          onType={setTyped}
        />
      </FormField>
      <DayField value={on} problem={problemOf(t, error, 'on')} onChange={setOn} />
      <FormField label={t('payment.method')} problem={problemOf(t, error, 'method')}>
        <ChoiceChips
          label={t('payment.method')}
          choices={paymentMethods.map((key) => ({ key, label: t(`money.method.${key}`) }))}
          value={method}
          onChange={setMethod}
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
      <ReleasesList
        releases={releases ?? []}
        title={t('source.reopens')}
        nameOf={({ receivableId }) => nameOf(receivableId)}
      />
    </ChangeForm>
  );
}
