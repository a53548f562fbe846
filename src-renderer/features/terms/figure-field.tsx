import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readScaled, scaledText } from '../../../src-shared/core/scaled-number.ts';
import styles from './terms-settings.module.css';

/** `money`: fen, shown as yuan; `percent`: whole percent; `share`: basis points, shown as percent. */
export type FigureUnit = 'days' | 'months' | 'times' | 'percent' | 'share' | 'money';

const decimalsOf: Readonly<Record<FigureUnit, number>> = {
  days: 0,
  months: 0,
  times: 0,
  percent: 0,
  share: 2,
  money: 2,
};

interface Props<V extends number | null> {
  readonly label: string;
  readonly unit: FigureUnit;
  readonly value: V;
  /** Given: blank says so and means none. */
  readonly noneWords?: string;
  readonly isReadOnly: boolean;
  readonly least?: number;
  readonly most: number;
  readonly onSave: (value: number | null) => Promise<boolean>;
}

/** One threshold: Enter or leaving it saves, Esc takes back. */
export function FigureField<V extends number | null>(props: Props<V>) {
  const { label, unit, value, noneWords, isReadOnly, least = 0, most, onSave } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const decimals = decimalsOf[unit];
  const shown = value === null ? '' : scaledText(value, decimals);
  const read = readScaled(typed ?? shown, decimals);
  const isWrong =
    read.kind === 'problem' ||
    (read.kind === 'empty' && noneWords === undefined) ||
    (read.kind === 'number' && (read.value < least || read.value > most));
  const save = async () => {
    if (typed === null) return;
    if (isWrong) return;
    const wanted = read.kind === 'number' ? read.value : null;
    if (wanted === value || (await onSave(wanted))) setTyped(null);
  };
  return (
    <Input
      size="small"
      className={styles.figure ?? ''}
      inputMode="decimal"
      aria-label={label}
      aria-invalid={isWrong}
      {...(isWrong ? { status: 'error' as const } : {})}
      title={isWrong ? t('termsSettings.wrong') : ''}
      readOnly={isReadOnly}
      maxLength={20}
      {...(unit === 'money' ? { prefix: '¥' } : { suffix: t(`termsSettings.unit.${unit}`) })}
      placeholder={noneWords ?? ''}
      value={typed ?? shown}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
