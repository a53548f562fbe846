import type { ReactNode } from 'react';
import styles from './section.module.css';

interface Props {
  readonly id: string;
  readonly title: string;
  /** Beside the title: how many, and how many of them are done; null: none. */
  readonly count: string | null;
  /** The one action of the section. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the day under its own heading; the headline's numbers lead to it. */
export function Section({ id, title, count, action, children }: Props) {
  return (
    <section className={styles.section} id={id} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <h2 className={styles.title} id={`${id}-title`}>
          {title}
        </h2>
        {count !== null && <span className={styles.count}>{count}</span>}
        <span className={styles.gap} />
        {action}
      </div>
      {children}
    </section>
  );
}
