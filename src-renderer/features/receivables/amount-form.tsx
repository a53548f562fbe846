import { useState } from 'react';
import { ChangeForm, useChange } from '../../components/change-form.tsx';
import { FormField } from '../../components/form-field.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { MoneyField } from '../../components/money-field.tsx';
import { client } from '../../ipc/client.ts';
import { useRead } from '../../ipc/use-read.ts';
import { moneyText, readTypedAmount, typedMoney } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import type { ChangeFormProps } from './change-form-props.ts';
import { FreedPayments } from './freed-payments.tsx';

/** Another amount; below what is settled already it says which payments come free, and saving confirms it. */
export function AmountForm({ receivable, onDone }: ChangeFormProps) {
  const { t } = useWindowWords();
  const [typed, setTyped] = useState(() => typedMoney(receivable.amountFen));
  const { error, isSaving, run, missing } = useChange(onDone);
  const read = readTypedAmount(typed);
  const amountFen = read.kind === 'amount' ? read.fen : null;
  const settledFen = receivable.amountFen - receivable.openFen;
  const isBelow = amountFen !== null && amountFen < settledFen;
  const freed = useRead('receivables', 'releases', { id: receivable.id, amountFen }, { enabled: isBelow });
  const releases = isBelow ? (freed.data?.releases ?? null) : [];
  const save = () => {
    if (amountFen === null) return read.kind === 'empty' ? missing('amountFen') : undefined;
    // Until the list is on the screen nobody has agreed to it.
    if (releases === null) return;
    void run(
      () =>
        client.receivables.update({
          id: receivable.id,
          fields: { amountFen },
          releases:
            releases.length === 0
              ? null
              : releases.map(({ allocationId, releasedFen }) => ({ allocationId, releasedFen })),
        }),
      t('receivable.amountChanged', { amount: moneyText(amountFen) }),
    );
  };
  return (
    <ChangeForm label={t('money.change.amount')} isSaving={isSaving} onSave={save} onCancel={onDone}>
      <FormField label={t('payment.amount')} isRequired problem={problemOf(t, error, 'amountFen')}>
        <MoneyField label={t('payment.amount')} hasFocus typed={typed} onType={setTyped} />
      </FormField>
      <FreedPayments releases={releases ?? []} />
    </ChangeForm>
  );
}
