import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface Props {
  readonly title: string;
  /** What to do next, in one line. */
  readonly words?: string;
  /** The one button. */
  readonly children?: ReactNode;
}

/** What an empty list says. */
export function EmptyState({ title, words, children }: Props) {
  return (
    <div className={styles.empty} role="status">
      <p className={styles.title}>{title}</p>
      {words && <p className={styles.words}>{words}</p>}
      {children}
    </div>
  );
}
