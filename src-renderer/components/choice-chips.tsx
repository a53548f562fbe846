import styles from './choice-chips.module.css';

interface Props<K extends string> {
  readonly label: string;
  readonly choices: readonly { readonly key: K; readonly label: string }[];
  readonly value: K;
  readonly onChange: (key: K) => void;
  readonly isDisabled?: boolean;
}

/** A few answers side by side, one of them given; ← → choose, as in any group of radio buttons. */
export function ChoiceChips<K extends string>({ label, choices, value, onChange, isDisabled = false }: Props<K>) {
  return (
    <div className={styles.chips} role="radiogroup" aria-label={label}>
      {choices.map(({ key, label: words }) => (
        <label key={key} className={styles.chip} data-on={key === value || undefined}>
          <input
            type="radio"
            className="kb-unseen"
            name={label}
            checked={key === value}
            disabled={isDisabled}
            onChange={() => onChange(key)}
          />
          {words}
        </label>
      ))}
    </div>
  );
}
