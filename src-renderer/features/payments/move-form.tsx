import { Select } from 'antd';
import { useState } from 'react';
import type { AllocationView } from '../../../src-shared/payments/payment.ts';
import { DayField } from '../../components/change-fields.tsx';
import { ChangeForm, useChange } from '../../components/change-form.tsx';
import { FormField } from '../../components/form-field.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { MoneyField } from '../../components/money-field.tsx';
import { client } from '../../ipc/client.ts';
import { moneyText, readTypedAmount, typedMoney } from '../../text/money-text.ts';
import { receivableDueText, receivableText } from '../../text/receivable-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import type { SourceFormProps } from './source-form-props.ts';

const toPrepayment = 'prepayment';

/** 改去核销别的: all or part of what settled one debt goes to another, or back to prepayment, from a day on. */
export function MoveForm({ money, allocation, onDone }: SourceFormProps & { readonly allocation: AllocationView }) {
  const words = useWindowWords();
  const { t, today } = words;
  const [target, setTarget] = useState<string>(toPrepayment);
  const [typed, setTyped] = useState(() => typedMoney(allocation.amountFen));
  const [on, setOn] = useState(today);
  const { error, isSaving, run, missing } = useChange(onDone);
  const open = money.receivables.filter(({ id, openFen }) => openFen > 0 && id !== allocation.receivableId);
  const to = open.find(({ id }) => id === target) ?? null;
  const read = readTypedAmount(typed);
  const most = Math.min(allocation.amountFen, to?.openFen ?? allocation.amountFen);
  const isBeyond = read.kind === 'amount' && read.fen > most;
  const choose = (next: string) => {
    setTarget(next);
    const chosen = open.find(({ id }) => id === next);
    if (chosen && chosen.openFen < allocation.amountFen) setTyped(typedMoney(chosen.openFen));
  };
  const save = () => {
    if (read.kind === 'empty') return missing('amountFen');
    if (read.kind === 'problem' || isBeyond) return;
    const said = { amount: moneyText(read.fen), name: to ? receivableText(words, to) : '' };
    void run(
      () => client.payments.move({ allocationId: allocation.id, to: to?.id ?? null, amountFen: read.fen, on }),
      t(to ? 'source.moved' : 'source.movedBack', said),
    );
  };
  return (
    <ChangeForm label={t('source.move')} isSaving={isSaving} onSave={save} onCancel={onDone}>
      <FormField label={t('source.to')} isRequired problem={problemOf(t, error, 'to')}>
        <Select<string>
          size="small"
          autoFocus
          aria-label={t('source.to')}
          value={target}
          options={[
            { value: toPrepayment, label: t('source.toPrepayment') },
            ...open.map((receivable) => ({
              value: receivable.id,
              label: t('source.toReceivable', {
                name: receivableText(words, receivable),
                open: moneyText(receivable.openFen),
                due: receivableDueText(words, receivable).text,
              }),
            })),
          ]}
          onChange={choose}
        />
      </FormField>
      <FormField label={t('payment.amount')} isRequired problem={problemOf(t, error, 'amountFen')}>
        <MoneyField
          label={t('payment.amount')}
          typed={typed}
          problem={
            isBeyond
              ? t('source.atMost', {
                  amount: moneyText(to && to.openFen < allocation.amountFen ? to.openFen : allocation.amountFen),
                })
              : null
          }
          onType={setTyped}
        />
      </FormField>
      <DayField value={on} problem={problemOf(t, error, 'on')} onChange={setOn} />
    </ChangeForm>
  );
}
