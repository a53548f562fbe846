import type { ReactNode } from 'react';
import styles from './page-header.module.css';

interface Props {
  readonly title: string;
  /** Tabs or steps beside the title. */
  readonly children?: ReactNode;
}

/** The 48 px line at the top of every page. */
export function PageHeader({ title, children }: Props) {
  return (
    <div className={styles.header}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </div>
  );
}
