import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './intent-scale.module.css';

interface Props {
  /** 1 weak – 5 strong; null: not said. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

const levels = [1, 2, 3, 4, 5] as const;

/** Intention strength as five segments. Digits set it, ← → move it, 0, Delete or the same segment again takes it back. */
export function IntentScale({ value, onChange }: Props) {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    let next: number | null;
    if (/^[1-5]$/.test(key)) next = Number(key);
    else if (['0', 'Delete', 'Backspace'].includes(key)) next = null;
    else if (['ArrowRight', 'ArrowUp'].includes(key)) next = Math.min(5, (value ?? 0) + 1);
    else if (['ArrowLeft', 'ArrowDown'].includes(key)) next = value === null || value === 1 ? null : value - 1;
    else return;
    event.preventDefault();
    onChange(next);
    // The one stop of Tab moves with the value: else Tab would stop here twice.
    event.currentTarget.querySelectorAll('button')[(next ?? 1) - 1]?.focus();
  };
  return (
    <span className={styles.scale} role="radiogroup" aria-label={t('field.intentLevel')} onKeyDown={onKeyDown}>
      {levels.map((level) => (
        // biome-ignore lint/a11y/useSemanticElements: a segment; the group answers to digits and arrows
        <button
          key={level}
          type="button"
          role="radio"
          aria-checked={level === value}
          aria-label={t('followUp.intent', { level })}
          className={styles.segment}
          data-filled={(value !== null && level <= value) || undefined}
          tabIndex={level === (value ?? 1) ? 0 : -1}
          onClick={() => onChange(level === value ? null : level)}
        />
      ))}
      <span className={styles.figure}>{value ?? ''}</span>
    </span>
  );
}
