import type { ReactNode } from 'react';
import styles from './form-field.module.css';

interface Props {
  readonly label: string;
  readonly isRequired?: boolean;
  readonly problem?: string | null;
  readonly children: ReactNode;
}

/** A label, its control (which carries the label for screen readers itself) and what is wrong with it. */
export function FormField({ label, isRequired, problem, children }: Props) {
  return (
    <div className={styles.field}>
      <span className={styles.label} aria-hidden>
        {label}
        {isRequired && <span className={styles.star}> *</span>}
      </span>
      <div className={styles.control}>
        {children}
        {problem && (
          <span className={styles.problem} role="alert">
            {problem}
          </span>
        )}
      </div>
    </div>
  );
}
