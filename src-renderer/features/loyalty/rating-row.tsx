import type { TFunction } from 'i18next';
import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './loyalty.module.css';

interface Props {
  readonly label: string;
  /** What 1 and 5 mean. */
  readonly low: string;
  readonly high: string;
  /** 1–5; null: not rated. */
  readonly value: number | null;
  readonly isReadOnly: boolean;
  readonly onRate: (value: number | null) => void;
}

const levels = [1, 2, 3, 4, 5] as const;

/**
 * One rating: 1–5 say it, ← → move it, 0 or Delete or the same chip again takes it back, ↑ ↓ go to the ratings above
 * and below. Each is saved at once.
 */
export function RatingRow({ label, low, high, value, isReadOnly, onRate }: Props) {
  const { t } = useTranslation();
  const labelId = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, currentTarget } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (!focusRating(currentTarget, key === 'ArrowDown' ? 1 : -1)) return;
    } else if (isReadOnly) {
      return;
    } else if (/^[1-5]$/.test(key)) {
      rate(currentTarget, Number(key));
    } else if (['0', 'Delete', 'Backspace'].includes(key)) {
      rate(currentTarget, null);
    } else if (key === 'ArrowRight' && value !== 5) {
      rate(currentTarget, (value ?? 0) + 1);
    } else if (key === 'ArrowLeft' && value !== null && value > 1) {
      rate(currentTarget, value - 1);
    } else return;
    event.preventDefault();
  };
  const rate = (row: HTMLElement, next: number | null) => {
    if (next !== value) onRate(next);
    // The one stop of Tab moves with the value: else Tab would stop here twice.
    row.querySelectorAll('button')[(next ?? 1) - 1]?.focus();
  };
  return (
    <>
      <span id={labelId} className={styles.label}>
        {label}
      </span>
      <span className={styles.low}>{low}</span>
      <span className={styles.chips} role="radiogroup" data-rating aria-labelledby={labelId} onKeyDown={onKeyDown}>
        {levels.map((level) => (
          // biome-ignore lint/a11y/useSemanticElements: a chip; the group answers to digits and arrows
          <button
            key={level}
            type="button"
            role="radio"
            aria-checked={level === value}
            aria-label={ratingWords(t, level, low, high)}
            disabled={isReadOnly}
            className={styles.chip}
            tabIndex={level === (value ?? 1) ? 0 : -1}
            onClick={() => onRate(level === value ? null : level)}
          >
            {level}
          </button>
        ))}
      </span>
      <span className={styles.high}>{high}</span>
    </>
  );
}

function ratingWords(t: TFunction, level: number, low: string, high: string): string {
  if (level === 1) return t('loyalty.levelWords', { level, words: low });
  if (level === 5) return t('loyalty.levelWords', { level, words: high });
  return String(level);
}

/** Moves the focus to the rating before or after within the panel; false: there is none. */
function focusRating(row: HTMLElement, by: 1 | -1): boolean {
  const rows = [...(row.closest('[data-ratings]')?.querySelectorAll<HTMLElement>('[data-rating]') ?? [])];
  const next = rows[rows.indexOf(row) + by];
  next?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  return next !== undefined;
}
