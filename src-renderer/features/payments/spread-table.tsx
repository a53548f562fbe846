import { Button } from 'antd';
import type { Id } from '../../../src-shared/core/id.ts';
import type { ReceivableView } from '../../../src-shared/receivables/receivable-views.ts';
import { MoneyField } from '../../components/money-field.tsx';
import { MoneyText } from '../../components/money-text.tsx';
import { receivableDueText, receivableText } from '../../text/receivable-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import type { TypedParts } from './spread.ts';
import styles from './spread-table.module.css';

interface Props {
  readonly debts: readonly ReceivableView[];
  readonly parts: TypedParts;
  readonly isByHand: boolean;
  /** Settled before the oldest: the debt that the payment was recorded from. */
  readonly isNamedFirst?: boolean;
  readonly beyondOpen: ReadonlySet<Id>;
  readonly onPart: (id: Id, text: string) => void;
  readonly onSpreadAlone: () => void;
}

/** Which debts the money settles, each part to be changed by hand. */
export function SpreadTable({
  debts,
  parts,
  isByHand,
  isNamedFirst = false,
  beyondOpen,
  onPart,
  onSpreadAlone,
}: Props) {
  const words = useWindowWords();
  const { t } = words;
  return (
    <section className={styles.spread} aria-label={t('payment.spread')}>
      <div className={styles.head}>
        <h3 className={styles.title}>{t('payment.spread')}</h3>
        {isByHand ? (
          <Button size="small" type="link" onClick={onSpreadAlone}>
            {t('payment.spreadAlone')}
          </Button>
        ) : (
          <span className={styles.quiet}>{t(isNamedFirst ? 'payment.namedFirst' : 'payment.oldestFirst')}</span>
        )}
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('payment.debt')}</th>
            <th>{t('payment.due')}</th>
            <th className={styles.number}>{t('payment.open')}</th>
            <th className={styles.part}>{t('payment.part')}</th>
          </tr>
        </thead>
        <tbody>
          {debts.map((debt) => {
            const due = receivableDueText(words, debt);
            const name = receivableText(words, debt);
            return (
              <tr key={debt.id}>
                <td className={styles.name} title={debt.note ?? name}>
                  {name}
                  {debt.disputeReason !== null && <span className={styles.disputed}>{t('money.disputed')}</span>}
                </td>
                <td className={styles.due} data-tone={due.tone} title={debt.dueOn}>
                  {due.text}
                </td>
                <td className={styles.number}>
                  <MoneyText amount={debt.openFen} />
                </td>
                <td className={styles.part}>
                  <MoneyField
                    label={t('payment.partOf', { name })}
                    typed={parts[debt.id] ?? ''}
                    placeholder="—"
                    problem={beyondOpen.has(debt.id) ? t('payment.beyondOpen') : null}
                    onType={(text) => onPart(debt.id, text)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
