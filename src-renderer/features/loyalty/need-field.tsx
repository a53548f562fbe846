import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fen } from '../../../src-shared/core/money.ts';
import { MoneyField } from '../../components/money-field.tsx';
import { moneyText, readTypedAmount, typedMoney } from '../../text/money-text.ts';
import styles from './loyalty.module.css';

interface Props {
  readonly value: Fen | null;
  readonly isReadOnly: boolean;
  /** False: it could not be saved, what was typed stays. */
  readonly onSave: (value: Fen | null) => Promise<boolean>;
}

/** How much he needs in a year, of whomever he buys it. Enter or leaving it saves, Esc takes back, empty means not known. */
export function NeedField({ value, isReadOnly, onSave }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  if (isReadOnly) return <span>{value === null ? '—' : moneyText(value)}</span>;
  const save = async () => {
    if (typed === null) return;
    const read = readTypedAmount(typed);
    if (read.kind === 'problem') return;
    const wanted = read.kind === 'amount' ? read.fen : null;
    if (wanted === value || (await onSave(wanted))) setTyped(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and leaving of the one field in it
    <span
      className={styles.need}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') void save();
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation();
          setTyped(null);
        }
      }}
    >
      <MoneyField
        label={t('loyalty.yearlyNeed')}
        typed={typed ?? (value === null ? '' : typedMoney(value))}
        placeholder={t('pane.notKnown')}
        onType={setTyped}
      />
    </span>
  );
}
