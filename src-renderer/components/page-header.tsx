import type { ReactNode } from 'react';
import styles from './page-header.module.css';

interface Props {
  readonly title: string;
  /** Tabs or steps beside the title. */
  readonly children?: ReactNode;
  /** What stands at the right goes below the tabs where there is no room for both. */
  readonly wraps?: boolean;
}

/** The 48 px line at the top of every page. */
export function PageHeader({ title, children, wraps = false }: Props) {
  return (
    <div className={styles.header} data-wraps={wraps || undefined}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </div>
  );
}
