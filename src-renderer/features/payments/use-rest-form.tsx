import { useState } from 'react';
import { DayField } from '../../components/change-fields.tsx';
import { ChangeForm, useChange } from '../../components/change-form.tsx';
import { client } from '../../ipc/client.ts';
import { useRead } from '../../ipc/use-read.ts';
import { moneyText, typedMoney } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { PaymentOutcome } from './payment-outcome.tsx';
import styles from './source-dialog.module.css';
import type { SourceFormProps } from './source-form-props.ts';
import { readSpread, type TypedParts } from './spread.ts';
import { SpreadTable } from './spread-table.tsx';

/** What is left of a payment settles debts from a day on, the oldest first or by hand. */
export function UseRestForm({ source, onDone }: SourceFormProps) {
  const { t, today } = useWindowWords();
  const [on, setOn] = useState(today);
  const [byHand, setByHand] = useState<TypedParts | null>(null);
  const { isSaving, run } = useChange(onDone);
  const proposal = useRead('payments', 'propose', {
    customerId: source.customerId,
    amountFen: source.leftFen,
    receivedOn: on,
    firstReceivableId: null,
  });
  const lines = proposal.data?.lines ?? [];
  const automatic = Object.fromEntries(
    lines.map(({ receivable, proposedFen }) => [receivable.id, proposedFen > 0 ? typedMoney(proposedFen) : '']),
  );
  const parts = byHand ?? automatic;
  const spread = readSpread(
    source.leftFen,
    parts,
    lines.map(({ receivable }) => receivable),
  );
  const save = () => {
    if (!spread.isSound || spread.settles.length === 0) return;
    const uses = spread.settles.map((part) => ({ ...part, sourceId: source.id }));
    void run(
      // biome-ignore lint/correctness/useHookAtTopLevel: a procedure of the contract, named like a hook by chance
      () => client.payments.usePrepayment({ customerId: source.customerId, on, uses }),
      t('source.used', { amount: moneyText(spread.settledFen) }),
    );
  };
  return (
    <ChangeForm label={t('source.use')} isSaving={isSaving} onSave={save} onCancel={onDone}>
      <DayField value={on} problem={null} onChange={setOn} />
      {proposal.data && lines.length === 0 && <p className={styles.quiet}>{t('source.nothingToUse')}</p>}
      {lines.length > 0 && (
        <SpreadTable
          debts={lines.map(({ receivable }) => receivable)}
          parts={parts}
          isByHand={byHand !== null}
          beyondOpen={spread.beyondOpen}
          onPart={(id, text) => setByHand({ ...parts, [id]: text })}
          onSpreadAlone={() => setByHand(null)}
        />
      )}
      <PaymentOutcome amountFen={source.leftFen} restFen={spread.restFen} prepaidFen={null} />
    </ChangeForm>
  );
}
