import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './rows.module.css';

interface Props {
  readonly name: string;
  readonly isDone: boolean;
  /** The one-line form is open under the line. */
  readonly isOpen: boolean;
  readonly isStop: boolean;
  readonly isDisabled: boolean;
  readonly onTick: () => void;
}

/** The circle at the head of a line: opens the one-line form; ticked, it takes the line back. */
export function Tick({ name, isDone, isOpen, isStop, isDisabled, onTick }: Props) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useSemanticElements: what is ticked is not a form's value; Enter must act as Space does
    <button
      type="button"
      role="checkbox"
      data-main
      aria-checked={isDone}
      aria-expanded={isOpen}
      aria-label={t(isDone ? 'today.untick' : 'today.tick', { name })}
      aria-disabled={isDisabled}
      title={isDisabled ? t('today.notYours') : undefined}
      tabIndex={isStop ? 0 : -1}
      className={styles.tick}
      onClick={() => {
        if (!isDisabled) onTick();
      }}
    >
      <span className={styles.circle}>{isDone && <Check size={12} strokeWidth={2.5} aria-hidden />}</span>
    </button>
  );
}
