import type { Fen } from '../../src-shared/core/money.ts';
import { moneyText } from '../text/money-text.ts';
import styles from './money-text.module.css';

interface Props {
  readonly amount: Fen;
  /** `received`: money that arrived. Below zero it is red whatever this says. */
  readonly tone?: 'plain' | 'overdue' | 'received' | 'quiet';
  readonly isStrong?: boolean;
}

export function MoneyText({ amount, tone = 'plain', isStrong = false }: Props) {
  return (
    <span className={styles.money} data-tone={amount < 0 ? 'overdue' : tone} data-strong={isStrong || undefined}>
      {moneyText(amount)}
    </span>
  );
}
