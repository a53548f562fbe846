import { CalendarClock } from 'lucide-react';
import { memo } from 'react';
import type { PromiseRow } from '../../../src-shared/payments/payments-contract.ts';
import type { CallLine } from '../../../src-shared/receivables/receivables-contract.ts';
import { DialLink } from '../../components/dial-link.tsx';
import { MoneyText } from '../../components/money-text.tsx';
import { PayLink } from '../../components/pay-link.tsx';
import { TierBadge } from '../../components/tier-badge.tsx';
import { dueText } from '../../text/day-text.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import type { RowLook } from './row-look.ts';
import styles from './rows.module.css';
import { owedKey, promiseKey } from './today-rows.ts';
import { writeHere } from './use-opened-here.ts';

interface OwedProps {
  readonly line: CallLine;
  readonly look: RowLook;
  readonly isStop: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (customerId: string) => void;
}

/** A customer past due: how long, how much, and the payment one click away. */
export const OwedLine = memo(function OwedLine({ line, look, isStop, isOpen, onOpen }: OwedProps) {
  const { t } = useWindowWords();
  const { customerId, customerName, ownerId, receivables } = line;
  return (
    <li className={styles.item} data-row={owedKey(line)} data-customer={customerId} data-open={isOpen}>
      <div className={`${styles.row} ${styles.owed}`}>
        <TierBadge tier={look.tierOf(line.tierId)} />
        <WhoOwes name={customerName} isStop={isStop} onOpen={() => onOpen(customerId)} />
        <span className={styles.debts}>
          {receivables > 1 && t('today.debtCount', { count: receivables, shown: countText(receivables) })}
        </span>
        <span className={styles.when} data-tone="overdue">
          {t('day.overdueShort', { count: line.overdueDays })}
        </span>
        <MoneyText amount={line.overdueFen} isStrong />
        <span className={styles.pay}>
          {line.phone !== null && (
            <DialLink
              isIcon
              phone={line.phone}
              name={customerName}
              contactName={line.contactName}
              ownerId={ownerId}
              tabIndex={isStop ? 0 : -1}
              onNote={() => writeHere(customerId, 'phone')}
            />
          )}
          {/* Of several debts a customer seldom pays just the first: then the amount is asked for. */}
          <PayLink
            customerId={customerId}
            {...(receivables === 1 ? { receivableId: line.oldestId } : {})}
            ownerId={ownerId}
            of={customerName}
            tabIndex={isStop ? 0 : -1}
          />
        </span>
      </div>
    </li>
  );
});

interface PromiseProps {
  readonly promise: PromiseRow;
  readonly isStop: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (customerId: string) => void;
}

/** What was promised for today, or for a day gone by and has not come. */
export const PromiseLine = memo(function PromiseLine({ promise, isStop, isOpen, onOpen }: PromiseProps) {
  const words = useWindowWords();
  const { customerId, customerName, ownerId, amountFen } = promise;
  const due = dueText(words, promise.promisedOn);
  return (
    <li className={styles.item} data-row={promiseKey(promise)} data-customer={customerId} data-open={isOpen}>
      <div className={`${styles.row} ${styles.owed}`}>
        <span className={styles.icon}>
          <CalendarClock size={16} strokeWidth={1.75} aria-hidden />
        </span>
        <WhoOwes name={customerName} isStop={isStop} onOpen={() => onOpen(customerId)} />
        <span />
        <span className={styles.when} data-tone={due.tone}>
          {due.text}
        </span>
        {amountFen === null ? (
          <span className={styles.debts}>{words.t('promise.unnamed')}</span>
        ) : (
          <MoneyText amount={amountFen} isStrong />
        )}
        <span className={styles.pay}>
          <PayLink
            customerId={customerId}
            {...(promise.receivableId === null ? {} : { receivableId: promise.receivableId })}
            ownerId={ownerId}
            of={customerName}
            tabIndex={isStop ? 0 : -1}
          />
        </span>
      </div>
    </li>
  );
});

/** Holds the focus of its line: there is nothing to tick before the money has come. */
function WhoOwes(props: { readonly name: string; readonly isStop: boolean; readonly onOpen: () => void }) {
  return (
    <button
      type="button"
      data-main
      className={styles.name}
      tabIndex={props.isStop ? 0 : -1}
      title={props.name}
      onClick={props.onOpen}
    >
      {props.name}
    </button>
  );
}
