import { Input, type InputRef } from 'antd';
import { type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { readTypedAmount } from '../text/money-text.ts';
import styles from './money-field.module.css';

interface Props {
  readonly label: string;
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly size?: 'small' | 'middle';
  readonly placeholder?: string;
  readonly hasFocus?: boolean;
  /** What is wrong beside what was typed wrongly: more than is open, or what is missing. */
  readonly problem?: string | null;
  readonly field?: Ref<InputRef>;
}

/** An amount of yuan as people write it: `1,200`, `￥800`, `1.2万`. Says what it cannot read while one types. */
export function MoneyField({ label, typed, onType, size = 'small', placeholder, hasFocus, problem, field }: Props) {
  const { t } = useTranslation();
  const problemId = useId();
  const read = readTypedAmount(typed);
  const said = read.kind === 'problem' ? t(`money.typed.${read.problem}`) : (problem ?? null);
  return (
    <span className={styles.field}>
      <Input
        {...(field ? { ref: field } : {})}
        size={size}
        className={styles.input ?? ''}
        prefix="¥"
        inputMode="decimal"
        autoComplete="off"
        autoFocus={hasFocus ?? false}
        value={typed}
        maxLength={40}
        aria-label={label}
        aria-invalid={said !== null}
        {...(said === null ? {} : { 'aria-describedby': problemId, status: 'error' as const })}
        {...(placeholder === undefined ? {} : { placeholder })}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onType(event.target.value)}
      />
      {said !== null && (
        <span id={problemId} className={styles.problem} role="alert">
          {said}
        </span>
      )}
    </span>
  );
}
