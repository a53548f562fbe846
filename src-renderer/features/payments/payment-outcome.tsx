import { type Fen, fen } from '../../../src-shared/core/money.ts';
import { moneyText } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './payment-dialog.module.css';

interface Props {
  /** Null: not typed yet. */
  readonly amountFen: Fen | null;
  /** Below 0: more is spread than came in. */
  readonly restFen: Fen | null;
  /** What the customer had prepaid before. */
  readonly prepaidFen: Fen | null;
}

/** In words what saving will do: so much settles debts, so much stays as prepayment. */
export function PaymentOutcome({ amountFen, restFen, prepaidFen }: Props) {
  const { t } = useWindowWords();
  const before =
    prepaidFen !== null && prepaidFen > 0 ? t('payment.prepaidBefore', { amount: moneyText(prepaidFen) }) : '';
  if (restFen !== null && restFen < 0) {
    return (
      <p className={styles.outcome} data-tone="wrong" role="alert">
        {t('payment.beyondAmount', { amount: moneyText(fen(-restFen)) })}
      </p>
    );
  }
  const said =
    amountFen === null || restFen === null
      ? ''
      : restFen === 0
        ? t('payment.allSettles', { amount: moneyText(amountFen) })
        : restFen === amountFen
          ? t('payment.allPrepaid', { amount: moneyText(amountFen) })
          : t('payment.settlesAndRest', { settled: moneyText(fen(amountFen - restFen)), rest: moneyText(restFen) });
  return (
    <p className={styles.outcome} role="status">
      {said}
      {before !== '' && <span className={styles.quiet}>{before}</span>}
    </p>
  );
}
