import type { ReactNode } from 'react';
import styles from './sheets.module.css';

interface Props {
  readonly title: string;
  readonly person: string;
  readonly day: string;
}

/** Top of a sheet's first page: what it is and whose, whose firm's, which day. */
export function SheetHead(props: Props & { readonly company: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.head}>
      <div className={styles.headLine}>
        <h2 className={styles.title}>{props.title}</h2>
        <strong className={styles.person}>{props.person}</strong>
        <span className={styles.gap} />
        <span>{props.company}</span>
      </div>
      <div className={styles.headLine}>
        <span>{props.day}</span>
        <span className={styles.gap} />
        {props.children}
      </div>
    </div>
  );
}

/** On the pages after the first: the same, small. */
export function SheetLaterHead({ title, person, day }: Props) {
  return (
    <div className={styles.laterHead}>
      <span>{title}</span>
      <strong>{person}</strong>
      <span>{day}</span>
    </div>
  );
}
