import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { fen } from '../../../src-shared/core/money.ts';
import type { OwedLine } from '../../../src-shared/receivables/receivable-views.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { MoneyText } from '../../components/money-text.tsx';
import { PayLink } from '../../components/pay-link.tsx';
import { ReceivableMenu } from '../../components/receivable-menu.tsx';
import { openCustomer } from '../../state/open-customer.ts';
import { goTo } from '../../state/page.ts';
import { shortDayText } from '../../text/day-text.ts';
import { phoneText } from '../../text/number-text.ts';
import { receivableDueText, receivableText } from '../../text/receivable-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './owed-table.module.css';

interface Props {
  readonly lines: readonly OwedLine[];
  /** All are one customer's, who is named above. */
  readonly isOfOne?: boolean;
}

/** Debts with what is open of each; 记回款 on every line, all else behind its menu. */
export function OwedTable({ lines, isOfOne = false }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const [isNewestFirst, setNewestFirst] = useState(false);
  // They come by due day, the longest overdue first.
  const shown = isNewestFirst ? lines.toReversed() : lines;
  const Arrow = isNewestFirst ? ArrowDown : ArrowUp;
  const openFen = fen(lines.reduce((sum, { receivable }) => sum + receivable.openFen, 0));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {!isOfOne && <th>{t('desk.column.customer')}</th>}
          <th>{t('payment.debt')}</th>
          {isOfOne && <th>{t('receivable.issuedOn')}</th>}
          {isOfOne ? (
            <th aria-sort={isNewestFirst ? 'descending' : 'ascending'}>
              <button
                type="button"
                className={styles.sort}
                title={t('desk.turnDueOrder')}
                onClick={() => setNewestFirst(!isNewestFirst)}
              >
                {t('payment.due')}
                <Arrow size={12} strokeWidth={1.75} aria-hidden />
              </button>
            </th>
          ) : (
            <th>{t('payment.due')}</th>
          )}
          {!isOfOne && <th>{t('desk.column.phone')}</th>}
          <th className={styles.number}>{t('payment.amount')}</th>
          <th className={styles.number}>{t('payment.open')}</th>
          <th className={styles.actions}>
            <span className="kb-unseen">{t('action.more')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ receivable, customerName, phone, ownerId }) => {
          const due = receivableDueText(words, receivable);
          const name = receivableText(words, receivable);
          return (
            <tr key={receivable.id}>
              {!isOfOne && (
                <td className={styles.name} title={customerName}>
                  <button type="button" className={styles.open} onClick={() => show(receivable.customerId)}>
                    {customerName}
                  </button>
                </td>
              )}
              <td className={styles.name} title={receivable.note ?? name}>
                {name}
                {receivable.disputeReason !== null && (
                  <span className={styles.disputed} title={receivable.disputeReason}>
                    {t('money.disputed')}
                  </span>
                )}
              </td>
              {isOfOne && <td className={styles.quiet}>{shortDayText(words, receivable.issuedOn)}</td>}
              <td data-tone={due.tone} className={styles.due} title={receivable.dueOn}>
                {due.text}
              </td>
              {!isOfOne && (
                <td className={styles.phone}>
                  {phone !== null && (
                    <>
                      {phoneText(phone)} <CopyButton text={phone} />
                    </>
                  )}
                </td>
              )}
              <td className={styles.number}>
                <MoneyText amount={receivable.amountFen} tone="quiet" />
              </td>
              <td className={styles.number}>
                <MoneyText amount={receivable.openFen} isStrong />
              </td>
              <td className={styles.actions}>
                <PayLink customerId={receivable.customerId} receivableId={receivable.id} ownerId={ownerId} of={name} />
                <ReceivableMenu receivable={receivable} ownerId={ownerId} />
              </td>
            </tr>
          );
        })}
      </tbody>
      {isOfOne && lines.length > 1 && (
        <tfoot>
          <tr>
            <td colSpan={4}>{t('desk.debts', { count: lines.length })}</td>
            <td className={styles.number}>
              <MoneyText amount={openFen} isStrong />
            </td>
            <td />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function show(customerId: string): void {
  goTo('customers');
  openCustomer(customerId);
}
