import { useState } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import { chosenReleases } from '../../../src-shared/receivables/chosen-releases.ts';
import { ChangeForm, useChange } from '../../components/change-form.tsx';
import { FormField } from '../../components/form-field.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { MoneyField } from '../../components/money-field.tsx';
import { ReleasesChoice } from '../../components/releases-choice.tsx';
import { client } from '../../ipc/client.ts';
import { useRead } from '../../ipc/use-read.ts';
import { dayText } from '../../text/day-text.ts';
import { moneyText, readTypedAmount, typedMoney } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import type { ChangeFormProps } from './change-form-props.ts';

/** Another amount; below what is settled already it says which payments come free, and saving confirms it. */
export function AmountForm({ receivable, onDone }: ChangeFormProps) {
  const words = useWindowWords();
  const { t } = words;
  const [typed, setTyped] = useState(() => typedMoney(receivable.amountFen));
  /** Null: what is proposed for the amount typed. */
  const [picked, setPicked] = useState<readonly Id[] | null>(null);
  const { error, isSaving, run, missing } = useChange(onDone);
  const read = readTypedAmount(typed);
  const amountFen = read.kind === 'amount' ? read.fen : null;
  const settledFen = receivable.amountFen - receivable.openFen;
  const isBelow = amountFen !== null && amountFen < settledFen;
  const freed = useRead('receivables', 'releases', { id: receivable.id, amountFen }, { enabled: isBelow });
  const nothing = { releases: [], releasable: [] };
  const asked = isBelow ? freed.data : nothing;
  const ticked = picked ?? asked?.releases.map(({ allocationId }) => allocationId) ?? [];
  const chosen = asked ? chosenReleases(asked.releases, asked.releasable, ticked) : null;
  const save = () => {
    if (amountFen === null) return read.kind === 'empty' ? missing('amountFen') : undefined;
    // Until the list is on the screen, and enough of it is ticked, nobody has agreed to it.
    if (chosen === null || chosen.missing.size > 0) return;
    void run(
      () =>
        client.receivables.update({
          id: receivable.id,
          fields: { amountFen },
          releases: chosen.releases.length === 0 ? null : [...chosen.releases],
        }),
      t('receivable.amountChanged', { amount: moneyText(amountFen) }),
    );
  };
  return (
    <ChangeForm label={t('money.change.amount')} isSaving={isSaving} onSave={save} onCancel={onDone}>
      <FormField label={t('payment.amount')} isRequired problem={problemOf(t, error, 'amountFen')}>
        <MoneyField
          label={t('payment.amount')}
          hasFocus
          typed={typed}
          onType={(amount) => {
            setTyped(amount);
            setPicked(null);
          }}
        />
      </FormField>
      {asked && chosen && asked.releasable.length > 0 && (
        <ReleasesChoice
          releasable={asked.releasable}
          ticked={ticked}
          chosen={chosen}
          title={t('receivable.releases')}
          nameOf={({ sourceOn }) => t('receivable.releaseOf', { day: dayText(words, sourceOn) })}
          onTick={setPicked}
        />
      )}
    </ChangeForm>
  );
}
