import { type ReactNode, useId } from 'react';
import styles from './settings-section.module.css';

interface Props {
  readonly title: string;
  /** What it is for and how far it reaches, in a line. */
  readonly words?: string;
  /** At the right of the title. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One section of 设置: a title, a line of words, rows under it. */
export function SettingsSection({ title, words, action, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <div className={styles.headWords}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {words && <p className={styles.words}>{words}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}

interface RowProps {
  readonly label: string;
  /** Under the control. */
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A setting: its name, its control, and what it does. */
export function SettingsRow({ label, hint, children }: RowProps) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      <div className={styles.control}>
        {children}
        {hint && <p className={styles.words}>{hint}</p>}
      </div>
    </div>
  );
}
