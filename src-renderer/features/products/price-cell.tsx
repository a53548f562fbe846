import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readScaled, scaledText } from '../../../src-shared/core/scaled-number.ts';
import styles from './products.module.css';

interface Props {
  readonly label: string;
  readonly priceE4: number | null;
  readonly isReadOnly: boolean;
  /** False: it was not saved, what was typed stays. */
  readonly onSave: (priceE4: number | null) => Promise<boolean>;
}

const decimals = 4;

/** A price where it stands: Enter or leaving it saves, Esc takes back; blank is none. */
export function PriceCell({ label, priceE4, isReadOnly, onSave }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = priceE4 === null ? '' : scaledText(priceE4, decimals, 2);
  if (isReadOnly) return <span className={styles.price}>{shown === '' ? '—' : shown}</span>;
  const read = readScaled(typed ?? shown, decimals);
  const isWrong = read.kind === 'problem' || (read.kind === 'number' && read.value < 0);
  const save = async () => {
    if (typed === null || isWrong) return;
    const wanted = read.kind === 'number' ? read.value : null;
    if (wanted === priceE4 || (await onSave(wanted))) setTyped(null);
  };
  return (
    <Input
      size="small"
      variant="borderless"
      className={styles.priceField ?? ''}
      inputMode="decimal"
      aria-label={label}
      aria-invalid={isWrong}
      {...(isWrong ? { status: 'error' as const } : {})}
      title={isWrong ? t('product.wrongPrice') : ''}
      placeholder="—"
      maxLength={20}
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
